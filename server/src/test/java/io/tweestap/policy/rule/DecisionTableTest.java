package io.tweestap.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {
  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("SES-1, SES-2, SES-3, SES-7, REC-7, ASVS-6.3.3: decisions are as decisions.txt says")
  void aDecisionIsAsSpecified(DecisionTable.Case one) {
    var decision = Decide.decide(one.policies(), one.who().facts());

    assertThat(one.expected().differences(decision)).as("%s gave %s", one, decision).isEmpty();
  }

  static List<DecisionTable.Case> cases() {
    return DecisionTable.read();
  }
}
