package io.tweestap.vault;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import io.tweestap.vault.keys.CurrentKeys;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import io.tweestap.vault.rows.KeyUsers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalInt;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the key file, or makes it where that is allowed, and hands out the vault.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {
  /// Every installation has a client from its first start on, and its secret is hashed by a key.
  private static final String IN_USE_ACROSS_TENANTS =
      """
      SELECT EXISTS (
        SELECT 1
        FROM api_client)
      """;

  @Bean
  KeyFile keyFile(
      VaultProperties properties,
      ObjectProvider<JdbcClient> sql,
      @Value("${tweestap.embedded:false}") boolean embedded,
      @Value("${tweestap.data:data}") Path data,
      SecureRandom random,
      Clock clock) {
    KeyEncryption encryption = KeyEncryption.of(properties.kmsUri());
    if (properties.keyset() != null) {
      return new KeyFile(properties.keyset(), encryption);
    }
    if (!embedded) {
      throw noKeys();
    }
    KeyFile file = new KeyFile(data.resolve("keys.json"), encryption);
    file.readOrCreate(() -> {
      sql.ifAvailable(client -> refuseLost(client, file));
      return KeySets.fresh(random, clock.instant());
    });
    return file;
  }

  /// New keys beside an old database would look like a forged one: no link of the audit fits them.
  private static void refuseLost(JdbcClient sql, KeyFile file) {
    if (sql.sql(IN_USE_ACROSS_TENANTS).query(Boolean.class).single()) {
      throw new StartRefused(
          ExitCode.KEYS_MISSING,
          ("The key file %s is missing, and the database cannot be used without it: restore that"
                  + " file from its backup.")
              .formatted(file.path()));
    }
  }

  @Bean
  CurrentKeys currentKeys(KeyFile file) {
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

  @Bean
  @Lazy
  KeyUsers keyUsers(JdbcClient sql, ObjectProvider<SealedColumns> rooms) {
    return new KeyUsers(sql, rooms.orderedStream().toList());
  }

  /// After the migrations, before the first request: refuses keys that are not those of the rows.
  /// Not for commands: Spring makes such a bean even in a lazy context, and `keys new` has no keys.
  @Bean
  @ConditionalOnBooleanProperty(name = "tweestap.serving", matchIfMissing = true)
  SmartInitializingSingleton keysFitRows(
      CurrentKeys keys,
      KeyFile file,
      ObjectProvider<JdbcClient> sql,
      ObjectProvider<SealedColumns> rooms) {
    return () ->
        sql.ifAvailable(
            client -> refuseOtherKeys(new KeyUsers(client, rooms.stream().toList()), keys, file));
  }

  private static void refuseOtherKeys(KeyUsers users, CurrentKeys keys, KeyFile file) {
    OptionalInt unknown = users.unknownTo(keys.ring());
    if (unknown.isPresent()) {
      throw otherKeys(file, unknown.getAsInt());
    }
  }

  private static StartRefused otherKeys(KeyFile file, int keyId) {
    return new StartRefused(
        ExitCode.KEYS_MISSING,
        ("The database holds values under key %d, which the key file %s lacks: restore "
                + "that file from its backup.")
            .formatted(keyId, file.path()));
  }

  private static StartRefused noKeys() {
    return new StartRefused(
        ExitCode.KEYS_MISSING,
        "With a database of your own the keys must be given: make them once with"
            + " ./tweestap keys new --out FILE, copy FILE to every node, and set"
            + " TWEESTAP_VAULT_KEYSET=FILE.");
  }
}
