package io.tweestap.vault;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the keys are.
///
/// @param keyset the key file; needed with an external database, else `keys.json` in the data
///   directory
/// @param kmsUri the key of a key management service under which the file is encrypted; none when
///   absent
/// @param reread how often a node looks whether the file changed; 100 ms to 5 s, so that `keys
///   rotate` may count on it
@ConfigurationProperties(prefix = "tweestap.vault", ignoreUnknownFields = false)
record VaultProperties(
    @Nullable Path keyset, @Nullable String kmsUri, @DefaultValue("3s") Duration reread) {
  VaultProperties {
    if (reread.compareTo(Duration.ofMillis(100)) < 0
        || reread.compareTo(Duration.ofSeconds(5)) > 0) {
      throw new IllegalArgumentException("tweestap.vault.reread is 100ms to 5s");
    }
  }
}
