package io.tweestap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/// Figures are not public by mistake.
class MetricsPropertiesTest {
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void beyondThisMachineATokenIsNeeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MetricsProperties(9464, "0.0.0.0", null))
        .withMessageContaining("tweestap.metrics.token");
    assertThatIllegalArgumentException().isThrownBy(() -> new MetricsProperties(9464, "::", null));
    assertThat(new MetricsProperties(9464, "0.0.0.0", TOKEN).port()).isEqualTo(9464);
    assertThat(new MetricsProperties(9464, "::1", null).port()).isEqualTo(9464);
  }

  @Test
  void aTokenThatIsShortOrAPortThatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MetricsProperties(9464, "127.0.0.1", "short"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MetricsProperties(70_000, "127.0.0.1", null));
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(new MetricsProperties(9464, "127.0.0.1", TOKEN).toString()).doesNotContain(TOKEN);
  }
}
