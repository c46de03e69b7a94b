package io.tweestap;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/// Refuses to start on a setting below `tweestap` that belongs to no room, such as
/// `tweestap.datbase.url`. Inside a room, the room's own record refuses it.
///
/// Environment variables are left out: a container platform adds its own beginning with `TWEESTAP_`
/// as soon as a service has that name.
@Component
class RefuseUnknownSettings implements BeanFactoryPostProcessor, EnvironmentAware {
  private static final ConfigurationPropertyName ALL = ConfigurationPropertyName.of("tweestap");

  /// Settings that no record holds; the last two are the program's own.
  private static final Set<String> SINGLE =
      Set.of("tweestap.data", "tweestap.serving", "tweestap.embedded");

  private Environment environment = new StandardEnvironment();

  /// A bean of this kind is made before Spring can look at constructors.
  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<ConfigurationPropertyName> known = known(beans);
    var unknown = new TreeSet<String>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource names && !isEnvironment(source)) {
        names.stream()
            .filter(ALL::isAncestorOf)
            .filter(name -> known.stream().noneMatch(k -> k.equals(name) || k.isAncestorOf(name)))
            .forEach(name -> unknown.add(name.toString()));
      }
    }
    if (!unknown.isEmpty()) {
      throw new StartRefused(
          ExitCode.BAD_CONFIGURATION,
          "Unknown setting %s: correct its name or take it out; docs/reference lists all."
              .formatted(String.join(", ", unknown)));
    }
  }

  private static List<ConfigurationPropertyName> known(ConfigurableListableBeanFactory beans) {
    var known = new ArrayList<ConfigurationPropertyName>();
    SINGLE.forEach(name -> known.add(ConfigurationPropertyName.of(name)));
    for (String bean : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      var annotation = beans.findAnnotationOnBean(bean, ConfigurationProperties.class, false);
      if (annotation != null) {
        known.add(ConfigurationPropertyName.of(prefix(annotation)));
      }
    }
    return known;
  }

  private static String prefix(ConfigurationProperties annotation) {
    return annotation.prefix().isEmpty() ? annotation.value() : annotation.prefix();
  }

  private static boolean isEnvironment(ConfigurationPropertySource source) {
    return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
  }
}
