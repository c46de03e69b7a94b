package io.tweestap.page.account;

import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.web.ChallengeView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.factor.web.NewFactors;
import io.tweestap.factor.web.SetupView;
import io.tweestap.factor.webauthn.SecurityKeys;
import io.tweestap.login.Login;
import io.tweestap.login.Standing;
import io.tweestap.login.Step;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.Visitor;
import io.tweestap.login.enroll.EnrollOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.page.account.Kept.Said;
import io.tweestap.page.account.Kept.Setup;
import io.tweestap.policy.UserPolicies;
import io.tweestap.shared.web.Problem;
import io.tweestap.user.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Begins a factor in the login in which the visitor has proven one, or may set up a first one: the
/// very rules of logins say whether.
@Component
class FactorBeginnings {
  /// The kinds that people set up here, the one that most have at hand first.
  private static final List<FactorKind> KINDS =
      List.of(FactorKind.TOTP, FactorKind.WEBAUTHN, FactorKind.PHONE);

  private final Proving proving;
  private final Enrollments enrollments;
  private final NewFactors factors;
  private final SecurityKeys keys;
  private final UserPolicies policies;
  private final AccountSteps steps;
  private final AccountWords words;

  FactorBeginnings(
      Proving proving,
      Enrollments enrollments,
      NewFactors factors,
      SecurityKeys keys,
      UserPolicies policies,
      AccountSteps steps,
      AccountWords words) {
    this.proving = proving;
    this.enrollments = enrollments;
    this.factors = factors;
    this.keys = keys;
    this.policies = policies;
    this.steps = steps;
    this.words = words;
  }

  /// Whether one may be begun now.
  boolean isOpen(Visit visit) {
    return proving.isFresh(visit)
        || proving.now(visit).filter(it -> it.login().next() == Step.ENROLLMENT).isPresent();
  }

  /// The kinds that may be begun.
  List<FactorKind> kinds(Visit visit) {
    Set<FactorKind> accepted =
        proving
            .now(visit)
            .map(Standing::login)
            .filter(login -> login.next() == Step.ENROLLMENT)
            .flatMap(login -> login.plan().enrollment())
            .map(offer -> offer.kinds())
            .orElseGet(() -> policies.accepted(visit.tenant(), visit.user()));
    return KINDS.stream().filter(accepted::contains).toList();
  }

  /// Begins one.
  ///
  /// @param number of a phone; null for an app
  /// @param channel `voice` to be called instead of written to
  Kept begin(
      Visit visit,
      FactorKind kind,
      @Nullable String number,
      @Nullable String channel,
      HttpServletRequest request) {
    Optional<Login> login = proving.now(visit).map(Standing::login);
    if (login.isEmpty() || !kinds(visit).contains(kind)) {
      return visit.kept().saying(Said.bad("not_allowed"));
    }
    return switch (enrollments.allow(visit.tenant(), login.get().id(), kind)) {
      case EnrollOutcome.Refused(StepOutcome why) -> steps.refused(visit.kept(), why);
      case EnrollOutcome.Allowed(User user, Visitor _) ->
          kind == FactorKind.WEBAUTHN
              ? beginKey(visit, login.get(), user, request)
              : begin(visit, login.get(), body(kind, number, channel), request);
    };
  }

  private Kept beginKey(Visit visit, Login login, User user, HttpServletRequest request) {
    String name = words.name(FactorKind.WEBAUTHN, LocaleContextHolder.getLocale());
    return switch (keys.begin(visit.tenant(), user, name, Optional.empty(), Visit.by(request))) {
      case SecurityKeys.Outcome.Begun begun -> {
        enrollments.begun(visit.tenant(), login.id(), begun.id());
        yield visit.kept().settingUp(Setup.of(FactorKind.WEBAUTHN.text(), begun.id().value()));
      }
      case SecurityKeys.Outcome.TooMany(int _) ->
          visit.kept().saying(Said.bad("problem.limit_reached"));
    };
  }

  /// What the browser is given to make the key that is being set up: another challenge each time
  /// that the page is shown. Empty when its time is over.
  Optional<String> keyOptions(Visit visit, Setup setup) {
    return keys.again(visit.tenant(), visit.user(), new FactorId(setup.factor()))
        .map(SecurityKeys.Outcome.Begun::publicKey);
  }

  private Kept begin(Visit visit, Login login, NewFactorBody body, HttpServletRequest request) {
    NewFactorView begun;
    try {
      begun = factors.begin(visit.tenant(), visit.user(), body, Visit.by(request));
    } catch (Problem problem) {
      return visit.kept().saying(Said.bad("problem." + code(problem)));
    }
    FactorId id = new FactorId(begun.factor().id());
    enrollments.begun(visit.tenant(), login.id(), id);
    Optional<ChallengeView> sent = Optional.ofNullable(begun.challenge());
    Optional<SetupView> app = Optional.ofNullable(begun.setup());
    return visit
        .kept()
        .settingUp(
            new Setup(
                String.valueOf(body.kind()),
                id.value(),
                app.map(SetupView::pairingCode).orElse(null),
                app.map(SetupView::otpauthUri).orElse(null),
                app.map(SetupView::qrSvg).orElse(null),
                body.number(),
                sent.map(ChallengeView::channel).orElse(null),
                sent.map(ChallengeView::to).orElse(null),
                sent.map(ChallengeView::nextSendAt).orElse(null)));
  }

  /// Named in the language of the page, as its visitor reads it.
  private NewFactorBody body(FactorKind kind, @Nullable String number, @Nullable String channel) {
    boolean phone = kind == FactorKind.PHONE;
    List<@Nullable String> channels =
        "voice".equals(channel) ? List.of("voice", "sms") : List.of("sms", "voice");
    return new NewFactorBody(
        kind.text(),
        words.name(kind, LocaleContextHolder.getLocale()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        phone ? number : null,
        phone ? channels : null);
  }

  private static String code(Problem problem) {
    Map<String, Object> fields = problem.getBody().getProperties();
    return fields == null ? "" : String.valueOf(fields.get("code"));
  }
}
