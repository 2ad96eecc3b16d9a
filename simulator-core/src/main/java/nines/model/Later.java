package nines.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A key, word, verb or kind that this version reads and checks, but that does not change a structural
 * result yet. Whoever uses it is told so; the annotation goes away when it acts.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface Later {
    /** What is still missing, as a noun: "data loss". */
    String value();

    /** Whether it acts already when requests are simulated. */
    boolean actsOnRequests() default false;
}
