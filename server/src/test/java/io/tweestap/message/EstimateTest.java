package io.tweestap.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.sms.Encoding;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  @DisplayName("SMS-4: parts are counted and shown before anything is sent")
  void aTextIsCounted() {
    Estimate estimate = Estimate.of("a".repeat(161));
    assertThat(estimate.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(estimate.parts()).isEqualTo(2);
    assertThat(estimate.units()).isEqualTo(161);
    assertThat(estimate.unitsLeft()).isEqualTo(2 * 153 - 161);
    assertThat(estimate.forcing()).isEmpty();
    assertThat(estimate.replaced()).isEmpty();
  }

  @Test
  void charactersThatForceUcs2AreNamedOnce() {
    assertThat(Estimate.of("’a’Ж").forcing()).containsExactly(0x2019, 0x0416);
  }

  @Test
  void theGainOfReplacingIsTold() {
    Estimate estimate = Estimate.of("don’t " + "a".repeat(100));
    assertThat(estimate.parts()).isEqualTo(2);
    assertThat(estimate.replaced().orElseThrow().parts()).isEqualTo(1);
    assertThat(Estimate.of("Ж’").replaced()).isEmpty();
  }

  @Test
  void toStringShowsNoText() {
    assertThat(Estimate.of("secret’s")).hasToString("Estimate[UCS_2, 1 parts]");
  }
}
