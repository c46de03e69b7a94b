package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Said;
import io.tweestap.testkit.smsc.FakeSmsc;
import io.tweestap.testkit.smsc.Pdu;
import io.tweestap.testkit.smsc.SmscAnswer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the statuses of an operator come to.
class StatusesTest {
  @ParameterizedTest
  @CsvSource({
    "0x01, REJECTED", "0x04, UNAVAILABLE", "0x08, RETRY", "0x0A, REJECTED", "0x0B, REJECTED",
    "0x0E, UNAVAILABLE", "0x14, RETRY", "0x15, REJECTED", "0x43, REJECTED", "0x45, RETRY",
    "0x48, REJECTED", "0x51, REJECTED", "0x58, RETRY", "0x61, REJECTED", "0x62, REJECTED",
    "0x64, RETRY", "0x65, REJECTED", "0x66, REJECTED", "0xC1, REJECTED", "0xFE, RETRY",
    "0xFF, RETRY", "0x400, RETRY", "-1, RETRY"
  })
  void eachStatusHasAClass(String status, FailureClass expected) {
    assertThat(new Statuses(Map.of()).classOf(Integer.decode(status))).isEqualTo(expected);
  }

  @Test
  void statusesOfTheOperatorsOwnMeanWhatTheSettingsSay() throws Exception {
    try (TestLinks links = new TestLinks();
        FakeSmsc smsc = new FakeSmsc()) {
      SmppCarrier carrier = links.bound(smsc, "errors.40b", "fraud", "errors.0b", "retry");
      smsc.answering(_ -> SmscAnswer.refused(0x40B));
      assertThat(sendCode(carrier))
          .isEqualTo(
              new HandOver.Failed(
                  FailureClass.FRAUD,
                  "the operator answered 0x40b, an error of the operator's own (fraud)"));
      smsc.answering(_ -> SmscAnswer.refused(0x0B));
      assertThat(Said.kind(sendCode(carrier))).isEqualTo("RETRY");
    }
  }

  @Test
  void aNackIsAnAnswerToo() throws Exception {
    try (TestLinks links = new TestLinks();
        FakeSmsc smsc = new FakeSmsc()) {
      smsc.answering(_ -> new SmscAnswer.Body(Pdu.GENERIC_NACK, 0x02, new byte[0]));
      assertThat(Said.kind(sendCode(links.bound(smsc)))).isEqualTo("REJECTED");
    }
  }
}
