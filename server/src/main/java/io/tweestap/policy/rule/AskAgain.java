package io.tweestap.policy.rule;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Frequency;
import io.tweestap.policy.Policy;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Whether somebody who holds a factor is asked for it at this login: when any policy asks, and
/// when nobody says how often, at every login.
///
/// @param asked whether
/// @param reasons why, or why not
record AskAgain(boolean asked, List<Reason> reasons) {
  /// @param rememberFor how long a browser may be remembered at most; zero when it may not
  static AskAgain at(Spoken spoken, Duration rememberFor) {
    Facts facts = spoken.facts();
    if (facts.purpose().alwaysAsks()) {
      return because(Reason.of(ReasonKind.PURPOSE_ALWAYS_ASKS));
    }
    if (spoken.purposeLeftOut()) {
      return new AskAgain(false, List.of(Reason.of(ReasonKind.PURPOSE_LEFT_OUT)));
    }
    if (facts.purpose() == Purpose.NEW_DEVICE) {
      return because(Reason.of(ReasonKind.PURPOSE_ALWAYS_ASKS));
    }
    return facts.risky() ? because(Reason.of(ReasonKind.RISKY)) : byFrequency(spoken, rememberFor);
  }

  private static AskAgain byFrequency(Spoken spoken, Duration rememberFor) {
    var asking = new ArrayList<Reason>();
    var silent = new ArrayList<Reason>();
    for (Policy policy : spoken.asking()) {
      policy
          .terms()
          .frequency()
          .map(often -> judge(often, spoken.facts(), rememberFor))
          .ifPresent(judged ->
              (judged.asked ? asking : silent).add(judged.reasons.getFirst().by(policy.name())));
    }
    if (asking.isEmpty() && silent.isEmpty()) {
      return because(Reason.of(ReasonKind.EVERY_LOGIN));
    }
    return asking.isEmpty() ? new AskAgain(false, silent) : new AskAgain(true, asking);
  }

  private static AskAgain judge(Frequency often, Facts facts, Duration rememberFor) {
    return switch (often) {
      case Frequency.EveryLogin() -> because(Reason.of(ReasonKind.EVERY_LOGIN));
      case Frequency.PerBrowser(int days) -> perBrowser(days, facts, rememberFor);
      case Frequency.ByRisk() ->
          facts.lastProof().isEmpty()
              ? because(Reason.of(ReasonKind.NEVER_PROVEN))
              : new AskAgain(false, List.of(Reason.of(ReasonKind.NOT_RISKY)));
    };
  }

  /// The proof counts on the browser it was given on, and no longer than the browser may be
  /// remembered; days have 24 hours, also when clocks change.
  private static AskAgain perBrowser(int days, Facts facts, Duration rememberFor) {
    Duration most = Remembering.shorter(Duration.ofDays(days), rememberFor);
    boolean remembered =
        facts
            .browser()
            .filter(browser -> facts.now().isBefore(browser.lastProof().plus(most)))
            .isPresent();
    return remembered
        ? new AskAgain(false, List.of(Reason.of(ReasonKind.BROWSER_REMEMBERED, days)))
        : because(Reason.of(ReasonKind.BROWSER_NOT_REMEMBERED, days));
  }

  private static AskAgain because(Reason reason) {
    return new AskAgain(true, List.of(reason));
  }
}
