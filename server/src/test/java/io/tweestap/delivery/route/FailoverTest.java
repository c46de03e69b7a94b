package io.tweestap.delivery.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.TryRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is next, of carriers a, b and c in this order.
class FailoverTest {
  private static final List<Candidate> ORDER =
      List.of(new Candidate("a", "rank"), new Candidate("b", "rank"), new Candidate("c", "rank"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc|                                          | a | rank",
        "bc |                                          | b | rank, since a is down",
        "c  |                                          | c | rank, since a is down and b is down",
        "   |                                          | a | rank",
        "abc| a:retry                                  | a | rank",
        "abc| a:retry a:retry                          | b | rank, since a failed before",
        "abc| a:no_answer                              | a | rank",
        "abc| a:no_answer a:retry                      | b | rank, since a failed before",
        "abc| a:unavailable                            | b | rank, since a failed before",
        "ac | a:unavailable                            | c | "
            + "rank, since a failed before and b is down",
        "abc| a:unavailable b:unavailable c:unavailable| a | rank",
        "abc| a:wrong_transport                        | b | "
            + "rank, since a cannot reach the recipient",
        "a  | a:wrong_transport b:unavailable          | c | "
            + "rank, since a cannot reach the recipient and b is down",
        "abc| a:wrong_transport b:wrong_transport c:retry c:retry | c | "
            + "rank, since a cannot reach the recipient and b cannot reach the recipient",
        "bc | b:unavailable                            | c | "
            + "rank, since a is down and b failed before",
        "abc| gone:unavailable                         | a | rank"
      })
  void theFirstThatIsUpAndFailedLeastIsNext(String up, String tries, String next, String reason) {
    assertThat(Failover.next(ORDER, carrier -> up != null && up.contains(carrier), tries(tries)))
        .contains(new Route(next, reason));
  }

  @Test
  void nobodyIsLeftWhenNobodyCanReachTheRecipient() {
    assertThat(
            Failover.next(
                ORDER, _ -> true, tries("a:wrong_transport b:wrong_transport c:wrong_transport")))
        .isEmpty();
    assertThat(Failover.next(List.of(), _ -> true, List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "b, a, a:unavailable, true",
    "a, c, a:unavailable b:unavailable c:unavailable, false",
    "b, a, a:wrong_transport, true",
    "b, a, a:unavailable b:unavailable, false"
  })
  void onlyWhoFailedLessIsAskedAtOnce(String next, String failed, String tries, boolean atOnce) {
    assertThat(Failover.isFresher(next, failed, tries(tries))).isEqualTo(atOnce);
  }

  private static List<TryRecord> tries(String words) {
    List<TryRecord> tries = new ArrayList<>();
    Optional.ofNullable(words).stream()
        .flatMap(all -> Arrays.stream(all.strip().split(" +")))
        .map(word -> word.split(":"))
        .forEach(word ->
            tries.add(
                new TryRecord(
                    tries.size() + 1,
                    word[0],
                    Instant.EPOCH,
                    TryOutcome.of(word[1]).orElseThrow(),
                    null,
                    null)));
    return tries;
  }
}
