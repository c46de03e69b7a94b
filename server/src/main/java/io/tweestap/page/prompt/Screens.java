package io.tweestap.page.prompt;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Option;
import io.tweestap.login.Plan;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides which screen a visitor sees: nothing but the login and what is kept decides it, so that
/// reload, back and a second tab all show where the login is.
@Component
class Screens {
  private final SetupScreens setups;
  private final AskScreens asks;
  private final PromptWords words;
  private final Clock clock;

  Screens(SetupScreens setups, AskScreens asks, PromptWords words, Clock clock) {
    this.setups = setups;
    this.asks = asks;
    this.words = words;
    this.clock = clock;
  }

  /// Whether the visitor goes back to the application now.
  boolean isDone(Visit visit) {
    return visit.login().state() == LoginState.PASSED && !visit.kept().after();
  }

  /// @param allWays whether the visitor wants to see all ways to answer
  Screen screen(Visit visit, boolean allWays, Locale locale) {
    Screen.Frame frame = words.frame(visit, locale, clock.instant());
    Login login = visit.login();
    return switch (login.state()) {
      case PENDING -> pending(visit, frame, allWays, locale);
      case PASSED -> setups.after(visit, frame, locale);
      case FAILED, REFUSED, CANCELED, EXPIRED, DETAILS_CHANGED ->
          new Screen.Over(frame, login.state().text(), visit.returnAddress());
    };
  }

  private Screen pending(Visit visit, Screen.Frame frame, boolean allWays, Locale locale) {
    return switch (visit.login().next()) {
      case RECOVERY -> setups.proof(visit, frame, locale);
      case ANSWER -> answer(visit, frame, allWays, locale);
      case ENROLLMENT_PROOF ->
          isOnlyOffered(visit) ? offer(visit, frame, locale) : setups.proof(visit, frame, locale);
      case ENROLLMENT ->
          isOnlyOffered(visit) ? offer(visit, frame, locale) : setups.setup(visit, frame, locale);
      case CLAIM, NOTHING -> throw new IllegalStateException("a pending login asks for something");
    };
  }

  private Screen answer(Visit visit, Screen.Frame frame, boolean allWays, Locale locale) {
    Optional<Option> option = visit.option();
    List<Screen.Way> ways = asks.ways(visit, locale);
    return allWays || option.isEmpty()
        ? new Screen.Ways(frame, ways)
        : asks.ask(visit, option.get(), frame, locale);
  }

  /// Offered, and not taken up yet.
  private static boolean isOnlyOffered(Visit visit) {
    Plan plan = visit.login().plan();
    return !visit.kept().begun() && plan.enrollment().filter(it -> !it.required()).isPresent();
  }

  private Screen offer(Visit visit, Screen.Frame frame, Locale locale) {
    Plan.Enrollment offer = visit.login().plan().enrollment().orElseThrow();
    return new Screen.Offer(
        frame,
        offer.until().map(date -> words.day(date, locale)).orElse(null),
        offer.skipsLeft().orElse(null));
  }
}
