package io.tweestap.spring;

import java.time.Duration;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/// Judges calls by the nearest [RecentSecondStep].
final class RecentSecondStepRule implements AuthorizationManager<MethodInvocation> {
  @Override
  public @Nullable AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> user, MethodInvocation call) {
    return StepUp.<MethodInvocation>within(Duration.ofMinutes(wanted(call).minutes()))
        .authorize(user, call);
  }

  private static RecentSecondStep wanted(MethodInvocation call) {
    Object target = call.getThis();
    Class<?> type = target == null ? null : AopUtils.getTargetClass(target);
    var method = AopUtils.getMostSpecificMethod(call.getMethod(), type);
    RecentSecondStep near =
        AnnotatedElementUtils.findMergedAnnotation(method, RecentSecondStep.class);
    RecentSecondStep found =
        near != null || type == null
            ? near
            : AnnotatedElementUtils.findMergedAnnotation(type, RecentSecondStep.class);
    if (found == null) {
      throw new IllegalStateException("no rule for " + method);
    }
    return found;
  }
}
