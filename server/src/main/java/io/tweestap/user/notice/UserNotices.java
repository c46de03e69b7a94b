package io.tweestap.user.notice;

import io.tweestap.delivery.NewMessage;
import io.tweestap.delivery.Outbox;
import io.tweestap.delivery.Priority;
import io.tweestap.shared.Channel;
import io.tweestap.shared.EmailAddress;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.Tenants;
import io.tweestap.user.User;
import io.tweestap.user.UserAudit;
import io.tweestap.user.address.UserAddresses;
import io.tweestap.user.text.NoticeText;
import io.tweestap.user.text.NoticeTexts;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Tells a user by mail what happened to the account, on every mail address, old and new (REC-5).
@Service
public class UserNotices {
  /// How long a mail server may be away before a notice is given up.
  private static final Duration LIFE = Duration.ofDays(3);

  private final UserAddresses addresses;
  private final NoticeTexts texts;
  private final Tenants tenants;
  private final Outbox outbox;
  private final UserAudit audit;
  private final Clock clock;

  UserNotices(
      UserAddresses addresses,
      NoticeTexts texts,
      Tenants tenants,
      Outbox outbox,
      UserAudit audit,
      Clock clock) {
    this.addresses = addresses;
    this.texts = texts;
    this.tenants = tenants;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /// Puts a mail to each address into the outbox, as part of the caller's transaction. Where there
  /// is no address or no mail carrier, the audit says that nothing was sent.
  public void tell(TenantId tenant, User user, Notice notice) {
    Set<EmailAddress> recipients = new LinkedHashSet<>(addresses.emails(tenant, user.id()));
    recipients.addAll(notice.also());
    if (recipients.isEmpty()) {
      audit.notSent(tenant, user, notice.kind(), "no mail address");
      return;
    }
    if (!outbox.serves(Channel.EMAIL)) {
      audit.notSent(tenant, user, notice.kind(), "no carrier for mail");
      return;
    }
    Tenant speaker = tenants.get(tenant);
    NoticeText text = texts.compose(notice.kind(), notice.words(), frame(speaker, user));
    recipients.forEach(to -> outbox.add(tenant, message(speaker, user, to, text)));
  }

  private NoticeTexts.Frame frame(Tenant speaker, User user) {
    return new NoticeTexts.Frame(
        user.locale(),
        speaker.settings().senderName(),
        speaker.name(),
        speaker.settings().supportContact(),
        clock.instant().atZone(user.zone()));
  }

  private NewMessage message(Tenant speaker, User user, EmailAddress to, NoticeText text) {
    return new NewMessage(
        user.id().value(),
        Priority.NOTICE,
        Channel.EMAIL,
        to.address(),
        to.masked(),
        speaker.settings().senderName(),
        text.subject(),
        text.text(),
        NoticeTexts.spoken(user.locale()),
        clock.instant().plus(LIFE));
  }
}
