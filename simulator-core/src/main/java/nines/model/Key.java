package nines.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A key of the scenario language: its type, its silence and its meaning. The reader, the JSON
 * Schema, the reference page and the property form are all made from these annotations; nothing
 * about a key is written down twice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {

    /** Marks a {@link #textbook} that is the same as {@link #field}. */
    String SAME = "=";

    /** What may be written; for lists and maps, what each member may be. */
    Type type();

    /** The word in the file, if it is not the component's name in kebab case. */
    String name() default "";

    boolean required() default false;

    /** What silence means under {@code defaults: field}, as the language writes it; empty: absent. */
    String field() default "";

    /** What silence means under {@code defaults: textbook}. */
    String textbook() default SAME;

    /** What silence means, in words, where a rule decides and not one value. */
    String silent() default "";

    /** The sections in which a name must be found. */
    String[] refers() default {};

    /** The smallest count allowed. */
    int least() default 0;

    /** Whether zero is refused. */
    boolean positive() default false;

    /** The layers that use it. */
    Acts acts() default Acts.BOTH;

    /** Mechanisms it belongs to, by their numbers: {@code "M24 M25"}. */
    String mechanism() default "";

    /** One line that says what it means. */
    String says();
}
