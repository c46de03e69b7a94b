package io.tweestap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void aJdbcAddressIsTakenAsItIs() {
    var address = DatabaseAddress.of("jdbc:postgresql://db:5433/two?ssl=true", "me", "secret");
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/two?ssl=true");
    assertThat(address.user()).isEqualTo("me");
    assertThat(address.password()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "postgresql"})
  void anAddressOfPostgresToolsIsTranslated(String scheme) {
    var address =
        DatabaseAddress.of(scheme + "://me:p%40ss+word@db:5433/two?sslmode=require", null, null);
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/two?sslmode=require");
    assertThat(address.user()).isEqualTo("me");
    assertThat(address.password()).isEqualTo("p@ss+word");
  }

  @Test
  void severalHostsAndNoLoginAreUnderstood() {
    var address = DatabaseAddress.of("postgres://a:5432,b:5432/two", null, null);
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://a:5432,b:5432/two");
    assertThat(address.user()).isNull();
  }

  @Test
  void userAndPasswordGivenApartWin() {
    var address = DatabaseAddress.of("postgres://a:b@db/two", "me", "secret");
    assertThat(address.user()).isEqualTo("me");
    assertThat(address.password()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mysql://db/two", "db:5432", "postgres:nothing", "postgres://a b:c@d/e"})
  void anythingElseIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> DatabaseAddress.of(url, null, null))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("TWEESTAP_DATABASE_URL")
        .hasMessageNotContaining(url)
        .hasNoCause();
  }

  @Test
  void whatIsShownHoldsNoSecret() {
    var address =
        DatabaseAddress.of("jdbc:postgresql://db/two?user=me&password=secret", null, "secret");
    assertThat(address.shown()).isEqualTo("db/two");
    assertThat(address.toString()).doesNotContain("secret");
  }

  @Test
  void postgres14IsTooOldAnd15IsNot() {
    var address = DatabaseAddress.of("postgres://db/two", null, null);
    ClusterCheck.refuseOld(15, address);
    assertThatThrownBy(() -> ClusterCheck.refuseOld(14, address))
        .hasMessageContaining("PostgreSQL 14")
        .extracting(e -> ((StartRefused) e).exitCode())
        .isEqualTo(ExitCode.DATABASE_TOO_OLD);
  }
}
