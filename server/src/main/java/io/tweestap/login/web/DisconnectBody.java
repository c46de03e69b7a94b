package io.tweestap.login.web;

import io.tweestap.factor.FactorId;
import io.tweestap.login.disconnect.NewDisconnect;
import io.tweestap.policy.exemption.Exemptions;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MomentFields;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/disconnect`. `toString` shows nothing that people wrote.
record DisconnectBody(
    @Nullable String reason,
    @Nullable ScopeBody scope,
    @Nullable String callerCheck,
    @Nullable String staff,
    @Nullable String approver,
    @Nullable String until,
    @Nullable Boolean temporaryPass) {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final int WORDS_MAX = 500;
  private static final int NAME_MAX = 100;

  /// What goes: one factor, or all.
  record ScopeBody(@Nullable UUID factorId, @Nullable Boolean all) {}

  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  NewDisconnect read(Instant now) {
    return new NewDisconnect(
        readScope(),
        words("reason", Fields.required("reason", reason), WORDS_MAX),
        words("caller_check", Fields.required("caller_check", callerCheck), WORDS_MAX),
        words("staff", Fields.required("staff", staff), NAME_MAX),
        Optional.ofNullable(approver).map(name -> words("approver", name, NAME_MAX)),
        Optional.ofNullable(until).map(moment -> readUntil(moment, now)),
        Boolean.TRUE.equals(temporaryPass));
  }

  private Optional<FactorId> readScope() {
    ScopeBody given = Fields.required("scope", scope);
    boolean all = Boolean.TRUE.equals(given.all());
    if (all == (given.factorId() != null)) {
      throw Fields.invalid("scope", "names either a factor_id, or all");
    }
    return Optional.ofNullable(given.factorId()).map(FactorId::new);
  }

  private static String words(String field, String text, int max) {
    String line = CONTROL.matcher(text).replaceAll(" ").strip();
    if (line.isEmpty() || line.length() > max) {
      throw Fields.invalid(field, "must have 1 to " + max + " characters");
    }
    return line;
  }

  private static Instant readUntil(String text, Instant now) {
    Instant moment = moment(text);
    if (!moment.isAfter(now) || moment.isAfter(now.plus(Exemptions.LONGEST))) {
      throw Fields.invalid("until", "must lie ahead, by a year at most");
    }
    return moment;
  }

  private static Instant moment(String text) {
    return MomentFields.read(text)
        .orElseThrow(() -> Fields.invalid("until", "must be a time as in 2026-03-01T12:00:00Z"));
  }

  @Override
  public String toString() {
    return "DisconnectBody[]";
  }
}
