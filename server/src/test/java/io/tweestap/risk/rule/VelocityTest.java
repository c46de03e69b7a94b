package io.tweestap.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.risk.rule.Velocity.Sent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many messages of an application's own may go where.
class VelocityTest {
  @ParameterizedTest
  @CsvSource({
    "MESSAGE_PREFIX,    30,    30,    0,    30, ''",
    "MESSAGE_PREFIX,    31,    31,    0,    31, MESSAGES_PREFIX_HOUR",
    "MESSAGE_PREFIX,    10,   100,    0,   100, ''",
    "MESSAGE_PREFIX,    10,   101,    0,   101, MESSAGES_PREFIX_DAY",
    "MESSAGE_PREFIX,   200,   200,    0, 10000, ''",
    "MESSAGE_PREFIX,   201,   201,    0, 10000, MESSAGES_PREFIX_HOUR",
    "MESSAGE_COUNTRY,  333,   333,    0,   333, ''",
    "MESSAGE_COUNTRY,  334,   334,    0,   334, MESSAGES_COUNTRY_HOUR",
    "MESSAGE_COUNTRY,  100,  1001,    0,  1001, MESSAGES_COUNTRY_DAY",
    "MESSAGE_COUNTRY, 1000,  3000, 1000,  3000, ''",
    "MESSAGE_COUNTRY, 1001,  3000, 1000,  3000, MESSAGES_COUNTRY_HOUR",
    "MESSAGE_TENANT,   100, 20000,    0, 20000, ''",
    "MESSAGE_TENANT,   100, 20001,    0, 20001, MESSAGES_TENANT_DAY",
    "MESSAGE_TENANT, 10000, 30000, 10000, 30000, ''",
  })
  void aRuleIsBrokenByOneMore(
      Kind kind, double hour, double day, long bestDay, double ofTenant, String broken) {
    assertThat(
            Velocity.judge(kind, new Sent(hour, day), bestDay, new Sent(ofTenant, ofTenant))
                .map(breach -> breach.rule().name())
                .orElse(""))
        .isEqualTo(broken);
  }
}
