package io.tweestap.delivery.route;

import io.tweestap.delivery.TryOutcome;
import io.tweestap.delivery.jdbc.TryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which of several carriers gets a message next, after what was tried before. Pure.
///
/// A carrier that cannot reach the recipient is not asked again. Each time that one could not serve
/// us, or used up its retries, it gets a strike; whoever has the fewest is next, of equal ones the
/// first in order. One that is down is passed over while another is up.
public final class Failover {
  /// So many tries in vain at one carrier are a strike.
  static final int RETRIES = 2;

  private Failover() {}

  /// @param order the best first
  /// @param isUp whether messages can be given to a carrier at present
  /// @param tries of this message that have ended, oldest first
  /// @return empty when no carrier is left that might reach the recipient
  static Optional<Route> next(
      List<Candidate> order, Predicate<String> isUp, List<TryRecord> tries) {
    List<Candidate> left = order.stream().filter(one -> !isWrong(one.carrier(), tries)).toList();
    boolean anyUp = left.stream().anyMatch(one -> isUp.test(one.carrier()));
    Candidate best = null;
    for (Candidate one : left) {
      boolean eligible = !anyUp || isUp.test(one.carrier());
      if (eligible
          && (best == null || strikes(one.carrier(), tries) < strikes(best.carrier(), tries))) {
        best = one;
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Route(best.carrier(), reason(best, order, isUp, tries)));
  }

  /// Whether a message may go to this carrier at once: it has had fewer strikes than the one that
  /// just failed.
  public static boolean isFresher(String carrier, String failed, List<TryRecord> tries) {
    return isWrong(failed, tries) || strikes(carrier, tries) < strikes(failed, tries);
  }

  private static boolean isWrong(String carrier, List<TryRecord> tries) {
    return count(carrier, tries, TryOutcome.WRONG_TRANSPORT) > 0;
  }

  private static int strikes(String carrier, List<TryRecord> tries) {
    return count(carrier, tries, TryOutcome.UNAVAILABLE)
        + (count(carrier, tries, TryOutcome.RETRY) + count(carrier, tries, TryOutcome.NO_ANSWER))
            / RETRIES;
  }

  private static int count(String carrier, List<TryRecord> tries, TryOutcome outcome) {
    return (int)
        tries.stream()
            .filter(one -> one.outcome() == outcome && one.carrier().equals(carrier))
            .count();
  }

  private static String reason(
      Candidate best, List<Candidate> order, Predicate<String> isUp, List<TryRecord> tries) {
    List<String> passedOver = new ArrayList<>();
    for (Candidate before : order.subList(0, order.indexOf(best))) {
      passedOver.add(before.carrier() + " " + fault(before.carrier(), isUp, tries));
    }
    return passedOver.isEmpty()
        ? best.reason()
        : best.reason() + ", since " + String.join(" and ", passedOver);
  }

  private static String fault(String carrier, Predicate<String> isUp, List<TryRecord> tries) {
    if (isWrong(carrier, tries)) {
      return "cannot reach the recipient";
    }
    return isUp.test(carrier) ? "failed before" : "is down";
  }
}
