package io.tweestap.policy;

import java.util.Locale;

/// Every reason that a decision may have.
public enum ReasonKind {
  USER_SUSPENDED(Value.NONE),
  USER_CLOSED(Value.NONE),
  /// The required date has come and no factor is there.
  REQUIRED_SINCE(Value.DATE),
  /// It is required from a date to come.
  REQUIRED_FROM(Value.DATE),
  /// Staff moved the date for this user.
  DEADLINE_MOVED(Value.DATE),
  /// The user put enrollment off as often as allowed.
  SKIPS_USED_UP(Value.NUMBER),
  /// Enrollment may be put off this many times more.
  SKIPS_LEFT(Value.NUMBER),
  /// Enrollment is offered and not required.
  OFFERED(Value.NONE),
  /// Enrollment is not offered before this date.
  AVAILABLE_FROM(Value.DATE),
  /// After the date nobody enrolls inside a login: staff must help.
  TOO_LATE_TO_ENROLL(Value.DATE),
  /// Nothing that exists meets what the policies ask for together.
  NOTHING_STRONG_ENOUGH(Value.STRENGTH),
  /// What the user holds does not meet it.
  HELD_TOO_WEAK(Value.KINDS),
  /// A recovery code or a temporary pass stands in for a factor that is gone.
  STANDS_IN(Value.KINDS),
  /// Exempt until this moment.
  EXEMPT_UNTIL(Value.MOMENT),
  /// The policies ask for nothing at this purpose.
  PURPOSE_LEFT_OUT(Value.NONE),
  /// This purpose always asks whoever holds a factor (REC-7).
  PURPOSE_ALWAYS_ASKS(Value.NONE),
  /// A password reset adds no factor, so there is nothing to prove.
  NOTHING_TO_PROVE(Value.NONE),
  EVERY_LOGIN(Value.NONE),
  /// This browser is not remembered, or no longer.
  BROWSER_NOT_REMEMBERED(Value.DAYS),
  /// A factor was proven on this browser within these days.
  BROWSER_REMEMBERED(Value.DAYS),
  RISKY(Value.NONE),
  /// No factor was ever proven.
  NEVER_PROVEN(Value.NONE),
  NOT_RISKY(Value.NONE),
  /// The session lasts this long.
  STAY_LOGGED_IN(Value.TIME),
  /// It ends after this long without activity.
  IDLE(Value.TIME),
  /// Only these kinds may be used.
  KINDS_LIMITED(Value.KINDS),
  /// Factors must be at least this strong.
  STRENGTH_ASKED(Value.STRENGTH),
  /// Security keys must stay on their device: none that a maker copies.
  DEVICE_BOUND_ASKED(Value.NONE),
  /// A browser may be remembered for this long.
  REMEMBER_FOR(Value.TIME),
  /// No browser is remembered in place of a factor.
  NO_REMEMBERING(Value.NONE),
  /// The policy keeps to an assurance level of NIST SP 800-63B-4.
  PROFILE_KEPT(Value.PROFILE);

  /// What the value of a reason is.
  public enum Value {
    NONE,
    DATE,
    MOMENT,
    TIME,
    NUMBER,
    DAYS,
    KINDS,
    STRENGTH,
    PROFILE
  }

  private final Value value;

  ReasonKind(Value value) {
    this.value = value;
  }

  public Value value() {
    return value;
  }

  /// As it stands in the API: `required_since`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
