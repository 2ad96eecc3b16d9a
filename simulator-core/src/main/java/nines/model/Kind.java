package nines.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A kind of component: its word in the file and what is assumed under {@code defaults: field}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** The word after {@code kind:}. */
    String name();

    /** One sentence that defines it. */
    String says();

    /** The failure modes of silence, as the language writes them; empty: it never fails. */
    String fails() default "";

    /** Time until it serves again after an interruption. */
    String restart() default "5s";

    /** The take-over of silence when some instances stand by; empty: at once, always works. */
    String failover() default "";

    /** How many instances must work. */
    String needed() default "1";
}
