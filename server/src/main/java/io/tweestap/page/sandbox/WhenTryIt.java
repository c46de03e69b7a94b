package io.tweestap.page.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/// Part of the try-it page: there while the server serves on its embedded database.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty("tweestap.embedded")
@ConditionalOnBooleanProperty(name = "tweestap.serving", matchIfMissing = true)
@interface WhenTryIt {}
