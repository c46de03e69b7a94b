package io.tweestap.delivery.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// Part of the sandbox: there in embedded mode, or when it was switched on.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("${tweestap.embedded:false} or ${tweestap.carrier.sandbox.enabled:false}")
@interface WhenSandbox {}
