package nines.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A block of the scenario language: a map whose keys are the record's components. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Block {
    /** The heading in the reference page. */
    String title();

    /** Where the block stands, as the reference page writes it: {@code fails.*}. */
    String path();

    /** The key that a plain value in place of the block stands for; empty if there is none. */
    String shortFor() default "";
}
