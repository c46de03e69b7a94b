package io.tweestap.embedded;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/// Puts the commands together; lazily, so that a server that runs no command makes none.
@Configuration(proxyBeanMethods = false)
@Lazy
class BackupConfiguration {
  private static final String KEYSET = "tweestap.vault.keyset";

  /// @param environment knows where the keys are, of which only the place is told
  @Bean
  BackupCommand backupCommand(
      @Value("${tweestap.data:data}") Path data,
      @Value("${tweestap.embedded:false}") boolean embedded,
      Environment environment,
      SecureRandom random,
      Clock clock) {
    @Nullable Object keyset = environment.getProperty(KEYSET, Object.class);
    Path keys = keyset == null ? data.resolve("keys.json") : Path.of(keyset.toString());
    return new BackupCommand(data, keys, embedded, random, clock);
  }

  @Bean
  RestoreCommand restoreCommand(
      @Value("${tweestap.data:data}") Path data,
      @Value("${tweestap.embedded:false}") boolean embedded) {
    return new RestoreCommand(data, embedded);
  }
}
