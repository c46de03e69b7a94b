package io.tweestap.vault;

import io.tweestap.shared.StartFailure;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Finds the key file, or makes it where that is allowed, and hands out the vault.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {
  @Bean
  CurrentKeys currentKeys(
      VaultProperties properties,
      @Value("${tweestap.embedded:false}") boolean embedded,
      @Value("${tweestap.data:data}") Path data,
      SecureRandom random,
      Clock clock) {
    KeyEncryption encryption = KeyEncryption.of(properties.kmsUri());
    if (properties.keyset() != null) {
      return CurrentKeys.of(new KeyFile(properties.keyset(), encryption));
    }
    if (!embedded) {
      throw noKeys();
    }
    KeyFile file = new KeyFile(data.resolve("keys.json"), encryption);
    file.readOrCreate(() -> KeySets.fresh(random, clock.instant()));
    return CurrentKeys.of(file);
  }

  @Bean
  KeyFileWatch keyFileWatch(CurrentKeys keys, VaultProperties properties) {
    return new KeyFileWatch(keys, properties.reread());
  }

  @Bean
  Vault vault(CurrentKeys keys) {
    return new Vault(keys);
  }

  @Bean
  TokenKeys tokenKeys(CurrentKeys keys) {
    return new TokenKeys(keys);
  }

  private static StartFailure noKeys() {
    return new StartFailure(
        "With a database of your own the keys must be given: make them once with"
            + " ./tweestap keys new --out FILE, copy FILE to every node, and set"
            + " TWEESTAP_VAULT_KEYSET=FILE.",
        KeyFile.EXIT_CODE);
  }
}
