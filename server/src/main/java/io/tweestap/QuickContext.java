package io.tweestap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.servlet.context.*;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/// The server's application context, which starts sooner than Spring Boot's own.
///
/// For each filter chain Spring Security asks for beans of dozens of types such as
/// `Customizer<CsrfConfigurer>`. Spring remembers what there is of a plain type, but looks through
/// all beans for one with type arguments: for our ten chains that was a seventh of a start.
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuickContext implements ApplicationContextFactory {
  @Override
  public @Nullable ConfigurableApplicationContext create(@Nullable WebApplicationType type) {
    return type == WebApplicationType.SERVLET
        ? new AnnotationConfigServletWebServerApplicationContext(new Beans())
        : null;
  }

  /// Asks first whether there is anything of the plain type, which is remembered.
  static class Beans extends DefaultListableBeanFactory {
    @Override
    public String[] getBeanNamesForType(
        ResolvableType type, boolean nonSingletons, boolean eagerly) {
      return isConfigurationFrozen() && isOfNone(type, nonSingletons, eagerly)
          ? new String[0]
          : super.getBeanNamesForType(type, nonSingletons, eagerly);
    }

    private boolean isOfNone(ResolvableType type, boolean nonSingletons, boolean eagerly) {
      Class<?> plain = type.resolve();
      return type.hasGenerics()
          && plain != null
          && getBeanNamesForType(plain, nonSingletons, eagerly).length == 0;
    }
  }
}
