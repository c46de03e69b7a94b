package io.tweestap.optout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.limit.Limit;
import io.tweestap.limit.Limits;
import io.tweestap.limit.Use;
import io.tweestap.limit.Verdict;
import io.tweestap.optout.jdbc.KeywordAnswerRows;
import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Answers STOP, START and HELP: each at most once in a day to one number from one sender, so that
/// two machines that answer each other fall silent, and nobody can have a stranger's phone ring.
@Component
class AnswerKeyword {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Duration ONCE_IN = Duration.ofDays(1);

  private final Outbox outbox;
  private final KeywordAnswerRows rows;
  private final PhoneNumbers numbers;
  private final Limits limits;
  private final Vault vault;
  private final Clock clock;

  AnswerKeyword(
      Outbox outbox,
      KeywordAnswerRows rows,
      PhoneNumbers numbers,
      Limits limits,
      Vault vault,
      Clock clock) {
    this.outbox = outbox;
    this.rows = rows;
    this.numbers = numbers;
    this.limits = limits;
    this.vault = vault;
    this.clock = clock;
  }

  /// As part of the caller's transaction. Says nothing where nothing may be sent: to a country that
  /// the tenant does not send to, to a costly number, beyond the tenant's limit.
  ///
  /// @param about id of the message in
  /// @param sender own number that it was sent to, which answers
  void answer(Tenant tenant, UUID about, PhoneNumber to, String sender, Keyword word) {
    TenantSettings settings = tenant.settings();
    Instant now = clock.instant();
    boolean usable =
        numbers.judge(to.e164(), settings.country(), settings.allowedCountries())
            instanceof NumberVerdict.Usable;
    byte[] hash =
        vault.hash(
            HashUse.OPT_OUT_ANSWER,
            tenant.id(),
            to.e164().getBytes(UTF_8),
            sender.getBytes(UTF_8),
            word.text().getBytes(UTF_8));
    if (usable
        && outbox.serves(Channel.SMS)
        && rows.note(tenant.id(), hash, now, now.plus(ONCE_IN))
        && limits.take(
                tenant.id(),
                settings.limits(),
                List.of(new Use(Limit.MESSAGES_PER_TENANT_DAY, "", 1)))
            instanceof Verdict.Allowed) {
      outbox.add(tenant.id(), message(tenant, about, to, sender, word, now));
    }
  }

  private static NewMessage message(
      Tenant tenant, UUID about, PhoneNumber to, String sender, Keyword word, Instant now) {
    return new NewMessage(
        about,
        Priority.NOTICE,
        Channel.SMS,
        to.e164(),
        to.masked(),
        sender,
        "",
        AnswerTexts.of(word, tenant),
        tenant.settings().locale(),
        now.plus(LIFE));
  }
}
