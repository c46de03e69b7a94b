package io.tweestap.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Asks for a second step that is recent enough before a method of a bean is called, or any method
/// of a type:
///
/// ```java
/// @RecentSecondStep(minutes = 5)
/// void changeAddress(String address) {}
/// ```
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RecentSecondStep {
  /// How long ago it may be.
  int minutes() default 5;
}
