package io.tweestap.house;

import io.tweestap.limit.Limit;
import io.tweestap.limit.LimitProperties;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/// The settings that the program's records declare.
final class Settings {
  private Settings() {}

  /// The records, one per room or carrier.
  static List<Class<?>> records() {
    var scanner =
        new ClassPathScanningCandidateComponentProvider(false) {
          @Override
          protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
            return true;
          }
        };
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var records = new ArrayList<Class<?>>();
    scanner
        .findCandidateComponents("io.tweestap")
        .forEach(found ->
            records.add(
                ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null)));
    records.removeIf(Settings::isOfATest);
    return records;
  }

  private static boolean isOfATest(Class<?> record) {
    return record.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-");
  }

  static ConfigurationProperties annotation(Class<?> record) {
    return MergedAnnotations.from(record).get(ConfigurationProperties.class).synthesize();
  }

  /// All keys with their defaults as they stand in the records; empty for none.
  static Map<String, String> defaults() {
    var defaults = new TreeMap<String, String>();
    for (Class<?> record : records()) {
      defaults.putAll(defaults(annotation(record).prefix(), record));
    }
    return defaults;
  }

  private static Map<String, String> defaults(String prefix, Class<?> record) {
    if (record == LimitProperties.class) {
      return limits(prefix);
    }
    var defaults = new TreeMap<String, String>();
    for (RecordComponent component : record.getRecordComponents()) {
      String key = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        defaults.putAll(defaults(key, component.getType()));
      } else {
        defaults.put(key, defaultOf(record, component));
      }
    }
    return defaults;
  }

  private static Map<String, String> limits(String prefix) {
    var limits = new TreeMap<String, String>();
    for (Limit limit : Limit.values()) {
      limits.put(prefix + ".capacities." + limit.text(), String.valueOf(limit.capacity()));
    }
    return limits;
  }

  /// Spring reads the annotation at the constructor's parameter, where it stands for a record.
  private static String defaultOf(Class<?> record, RecordComponent component) {
    return Stream.of(record.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .filter(parameter -> parameter.isAnnotationPresent(DefaultValue.class))
        .map(parameter -> String.join(",", parameter.getAnnotation(DefaultValue.class).value()))
        .findFirst()
        .orElse("");
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// The environment variable that Spring binds to a key.
  static String environmentName(String key) {
    return key.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
