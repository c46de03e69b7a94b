package io.tweestap.login.web;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Option;
import io.tweestap.login.Plan;
import io.tweestap.login.Result;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.policy.Reason;
import io.tweestap.user.address.UserAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A login in an answer. Never a code, never a whole number.
///
/// @param next what is asked for; missing when it is over
/// @param rememberBrowserSeconds how long the browser may be remembered; missing when it may not
/// @param promptUrl where to send the browser; told once, when the login begins
/// @param browserToken what the browser is to keep from now on; told once
record LoginView(
    UUID id,
    String state,
    String decision,
    @Nullable String next,
    String purpose,
    @Nullable String application,
    List<OptionView> options,
    List<AddressView> addresses,
    @Nullable EnrollmentView enrollment,
    List<ReasonView> reasons,
    int answersLeft,
    SessionLimitsView session,
    @Nullable Long rememberBrowserSeconds,
    @Nullable String promptUrl,
    @Nullable String browserToken,
    @Nullable ResultView result,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt) {
  /// A factor that may be answered with.
  record OptionView(
      UUID factorId,
      String kind,
      String name,
      @Nullable String target,
      boolean preferred,
      boolean needsChallenge,
      @Nullable Instant slowedUntil) {
    static OptionView of(Option option, boolean preferred) {
      return new OptionView(
          option.id().value(),
          option.kind().text(),
          option.name(),
          option.target().orElse(null),
          preferred,
          option.challenge(),
          option.slowedUntil().orElse(null));
    }
  }

  /// An address that a code may be sent to.
  record AddressView(UUID addressId, String kind, String to) {
    static AddressView of(UserAddress address) {
      return new AddressView(address.id(), address.kind().text(), address.masked());
    }
  }

  /// What is to be set up.
  record EnrollmentView(
      boolean required,
      @Nullable LocalDate until,
      @Nullable Integer skipsLeft,
      List<String> kinds,
      String proof) {
    static EnrollmentView of(Plan.Enrollment offer) {
      return new EnrollmentView(
          offer.required(),
          offer.until().orElse(null),
          offer.skipsLeft().orElse(null),
          offer.kinds().stream().sorted().map(kind -> kind.text()).toList(),
          offer.proof().text());
    }
  }

  /// One reason of the decision.
  record ReasonView(String code, @Nullable String policy, @Nullable String value) {
    static ReasonView of(Reason reason) {
      return new ReasonView(
          reason.kind().text(),
          reason.policy().orElse(null),
          reason.value().isEmpty() ? null : reason.value());
    }
  }

  /// How long a session lasts once the login has passed.
  record SessionLimitsView(long lifetimeSeconds, long idleSeconds) {}

  /// What was proven.
  record ResultView(
      List<String> amr,
      String acr,
      Instant authTime,
      @Nullable UUID sessionId,
      @Nullable Long sessionLifetimeSeconds,
      @Nullable Long idleSeconds) {
    static ResultView of(UUID login, Result result) {
      return new ResultView(
          result.amr(),
          result.acrText(),
          result.authTime(),
          result.session().map((Result.Stay _) -> login).orElse(null),
          result.session().map(stay -> stay.lifetime().toSeconds()).orElse(null),
          result.session().map(stay -> stay.idle().toSeconds()).orElse(null));
    }
  }

  static LoginView of(Standing standing) {
    Login login = standing.login();
    Plan plan = login.plan();
    boolean pending = login.state() == LoginState.PENDING;
    return new LoginView(
        login.id(),
        login.state().text(),
        plan.decision().text(),
        login.next() == Step.NOTHING ? null : login.next().text(),
        login.purpose().text(),
        login.application().orElse(null),
        options(standing.options()),
        standing.addresses().stream().map(AddressView::of).toList(),
        pending ? plan.enrollment().map(EnrollmentView::of).orElse(null) : null,
        plan.reasons().stream().map(ReasonView::of).toList(),
        pending ? login.answersMax() - login.answersWrong() : 0,
        new SessionLimitsView(plan.stayLoggedIn().toSeconds(), plan.idle().toSeconds()),
        login.mayRemember() ? (Long) plan.rememberFor().toSeconds() : null,
        null,
        standing.browserToken().orElse(null),
        login.result().map(result -> ResultView.of(login.id(), result)).orElse(null),
        login.createdAt(),
        login.expiresAt(),
        login.finishedAt().orElse(null));
  }

  /// The same, with where to send the browser.
  LoginView at(String url) {
    return copy(state, next, url, result, finishedAt);
  }

  /// The same, as long as nobody has taken the result: whoever only knows the id learns nothing
  /// from it.
  LoginView unclaimed() {
    return copy(LoginState.PENDING.text(), Step.CLAIM.text(), null, null, null);
  }

  private LoginView copy(
      String inState,
      @Nullable String thenNext,
      @Nullable String url,
      @Nullable ResultView proven,
      @Nullable Instant end) {
    return new LoginView(
        id,
        inState,
        decision,
        thenNext,
        purpose,
        application,
        options,
        addresses,
        enrollment,
        reasons,
        answersLeft,
        session,
        rememberBrowserSeconds,
        url,
        browserToken,
        proven,
        createdAt,
        expiresAt,
        end);
  }

  private static List<OptionView> options(List<Option> options) {
    return options.stream()
        .map(option -> OptionView.of(option, option == options.getFirst()))
        .toList();
  }
}
