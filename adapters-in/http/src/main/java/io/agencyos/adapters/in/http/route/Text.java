package io.agencyos.adapters.in.http.route;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Length of a string after trimming; without it 1 to 255. Source: api 1.1. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Text {

    int min() default 1;

    int max() default 255;
}
