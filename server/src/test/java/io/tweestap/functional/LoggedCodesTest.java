package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@DisplayName(
    "OOB-14, invariant 5: a code, typed right and wrong, and its number are not in the logs")
class LoggedCodesTest extends VerificationTest {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedCodesTest.class);
  private static final String MARK = "codes were typed before this";

  @Test
  void neitherCodeNorNumberIsLogged() {
    String id = id(start("\"code_length\": 10"));
    String code = code(1);
    check(id, wrong(code));
    check(id, code);
    post(tenant, "/v1/verifications", "{\"to\": \"" + number + "\", \"nonsense\": 1}");
    LOG.info(MARK);

    assertThat(TestLogs.lines()).anyMatch(line -> line.contains(MARK));
    assertThat(TestLogs.lines())
        .noneMatch(
            line -> line.contains(code) || line.contains(wrong(code)) || line.contains(number));
  }
}
