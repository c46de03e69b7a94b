package io.tweestap.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.StartRefused;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.keys.KeyEncryption;
import io.tweestap.vault.keys.KeyFile;
import io.tweestap.vault.keys.KeySets;
import io.tweestap.vault.rows.SampleRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultConfigurationTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final ApplicationContextRunner program =
      new ApplicationContextRunner()
          .withUserConfiguration(VaultConfiguration.class)
          .withBean(SecureRandom.class)
          .withBean(Clock.class, Clock::systemUTC);
  @TempDir private Path directory;

  @Test
  void withoutKeysAProgramOnADatabaseOfItsOwnSaysHowToMakeThem() {
    program.run(context ->
        assertThat(context)
            .getFailure()
            .rootCause()
            .isInstanceOf(StartRefused.class)
            .hasMessageContaining("./tweestap keys new --out FILE")
            .hasMessageContaining("TWEESTAP_VAULT_KEYSET"));
  }

  @Test
  void aCommandStartsWithoutKeysSoThatItCanMakeThem() {
    program
        .withPropertyValues("tweestap.serving=false")
        .withInitializer(context ->
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void anEmbeddedStartMakesKeysOnceInItsDataDirectory() throws IOException {
    var embedded =
        program.withPropertyValues("tweestap.embedded=true", "tweestap.data=" + directory);
    embedded.run(context -> assertThat(context).hasSingleBean(Vault.class));
    Path keys = directory.resolve("keys.json");
    byte[] made = Files.readAllBytes(keys);

    embedded.run(context -> assertThat(context).hasSingleBean(TokenKeys.class));

    assertThat(Files.readAllBytes(keys)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
  }

  @Test
  void aGivenKeyFileThatIsMissingIsNotMade() {
    Path missing = directory.resolve("given.json");
    program
        .withPropertyValues("tweestap.embedded=true", "tweestap.vault.keyset=" + missing)
        .run(context ->
            assertThat(context).getFailure().rootCause().isInstanceOf(StartRefused.class));
    assertThat(missing).doesNotExist();
  }

  /// A new file would make a sound audit trail look forged, and seal under keys that nobody has.
  @Test
  void keysThatAreLostAreNotReplacedByNewOnes() {
    try (SampleRows rows = new SampleRows()) {
      rows.sql().sql("CREATE TABLE api_client AS SELECT 1 AS tenant_id").update();
      program
          .withPropertyValues("tweestap.embedded=true", "tweestap.data=" + directory)
          .withBean(JdbcClient.class, rows::sql)
          .run(context ->
              assertThat(context)
                  .getFailure()
                  .rootCause()
                  .isInstanceOf(StartRefused.class)
                  .hasMessageContaining("is missing")
                  .hasMessageContaining("restore that file from its backup"));
    }
    assertThat(directory.resolve("keys.json")).doesNotExist();
  }

  @Test
  void aMisspeltSettingFailsTheStart() {
    program
        .withPropertyValues("tweestap.vault.keyest=x")
        .run(context -> assertThat(context).getFailure().hasStackTraceContaining("keyest"));
  }

  @Test
  void keysThatAreNotThoseOfTheRowsAreRefusedAtTheStart() {
    KeyFile file = new KeyFile(directory.resolve("keys.json"), KeyEncryption.none());
    file.create(KeySets.fresh(new SecureRandom(), NOW));
    try (SampleRows rows = new SampleRows()) {
      rows.put(
          Vault.withKeysOfItsOwn(), new TenantId(new UUID(1, 1)), new UUID(1, 1), "+31", "text");
      program
          .withPropertyValues("tweestap.vault.keyset=" + file.path())
          .withBean(JdbcClient.class, rows::sql)
          .withBean(SealedColumns.class, () -> SampleRows.ROOM)
          .run(context ->
              assertThat(context)
                  .getFailure()
                  .isInstanceOf(StartRefused.class)
                  .hasMessageContaining("restore that file from its backup"));
    }
  }
}
