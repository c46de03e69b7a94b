package io.tweestap.page.prompt;

import io.tweestap.audit.Actor;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.web.ChallengeView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.factor.web.NewFactors;
import io.tweestap.login.StepOutcome;
import io.tweestap.login.Visitor;
import io.tweestap.login.enroll.EnrollOutcome;
import io.tweestap.login.enroll.Enrollments;
import io.tweestap.page.prompt.Kept.Said;
import io.tweestap.page.prompt.Kept.Setup;
import io.tweestap.shared.web.Problem;
import io.tweestap.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Begins a factor in a login, as the API does.
@Component
class Beginnings {
  private final Enrollments enrollments;
  private final NewFactors factors;
  private final MessageSource words;

  Beginnings(Enrollments enrollments, NewFactors factors, MessageSource words) {
    this.enrollments = enrollments;
    this.factors = factors;
    this.words = words;
  }

  /// @param number of the phone, or the serial number of the token; null for an app
  Kept begin(Visit visit, FactorKind kind, @Nullable String number, @Nullable String channel) {
    return switch (enrollments.allow(visit.tenant(), visit.id(), kind)) {
      case EnrollOutcome.Refused(StepOutcome why) -> Steps.refused(visit.kept(), why);
      case EnrollOutcome.Allowed(User user, Visitor _) -> begin(visit, user, kind, number, channel);
    };
  }

  private Kept begin(
      Visit visit, User user, FactorKind kind, @Nullable String number, @Nullable String channel) {
    NewFactorView begun;
    try {
      begun = factors.begin(visit.tenant(), user, body(kind, number, channel), by(visit));
    } catch (Problem problem) {
      return visit.kept().saying(Said.bad("problem." + code(problem)));
    }
    FactorId id = new FactorId(begun.factor().id());
    enrollments.begun(visit.tenant(), visit.id(), id);
    Optional<ChallengeView> sent = Optional.ofNullable(begun.challenge());
    Optional<io.tweestap.factor.web.SetupView> app = Optional.ofNullable(begun.setup());
    return visit
        .kept()
        .settingUp(
            new Setup(
                kind.text(),
                id.value(),
                app.map(setup -> setup.pairingCode()).orElse(null),
                app.map(setup -> setup.otpauthUri()).orElse(null),
                app.map(setup -> setup.qrSvg()).orElse(null),
                number,
                sent.map(ChallengeView::channel).orElse(null),
                sent.map(ChallengeView::to).orElse(null),
                sent.map(ChallengeView::publicKey).orElse(null),
                sent.map(ChallengeView::nextSendAt).orElse(null)));
  }

  /// Recovery codes, active at once; empty when the user has as many factors as allowed.
  List<String> recoveryCodes(Visit visit) {
    FactorKind kind = FactorKind.RECOVERY_CODE;
    return switch (enrollments.allow(visit.tenant(), visit.id(), kind)) {
      case EnrollOutcome.Refused(StepOutcome _) -> List.of();
      case EnrollOutcome.Allowed(User user, Visitor _) -> {
        try {
          List<String> codes =
              factors.begin(visit.tenant(), user, body(kind, null, null), by(visit)).codes();
          yield codes == null ? List.of() : codes;
        } catch (Problem _) {
          yield List.of();
        }
      }
    };
  }

  static By by(Visit visit) {
    return new By(Actor.USER, visit.login().visitor().ip());
  }

  /// Named in the language of the page, as its visitor reads it.
  private NewFactorBody body(FactorKind kind, @Nullable String number, @Nullable String channel) {
    boolean phone = kind == FactorKind.PHONE;
    String name =
        words.getMessage(
            "prompt.name." + kind.text(), new Object[] {}, LocaleContextHolder.getLocale());
    List<@Nullable String> channels =
        "voice".equals(channel) ? List.of("voice", "sms") : List.of("sms", "voice");
    return new NewFactorBody(
        kind.text(),
        phone || number == null
            ? name
            : name + " " + number.substring(0, Math.min(40, number.length())),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        phone ? null : number,
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
