package io.tweestap.verification;

import io.tweestap.shared.TenantId;
import io.tweestap.shared.text.Placeholders;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.verification.Addresses.Judged;
import io.tweestap.verification.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What must be right before anything is counted or sent, in the order of the questions.
@Component
class StartRules {
  private static final Set<String> PLACES = Set.of("code", "sender", "life");
  private static final Set<String> PLACES_OF_DETAILS = Set.of("amount", "payee");

  private final Addresses addresses;
  private final CodeMessages messages;

  StartRules(Addresses addresses, CodeMessages messages) {
    this.addresses = addresses;
    this.messages = messages;
  }

  /// Whom the code may go to, or the refusal to answer with.
  Judged judge(TenantId tenant, NewVerification asked, TenantSettings settings) {
    return channel(asked)
        .or(() -> ttl(asked, settings))
        .or(() -> template(tenant, asked, settings))
        .<Judged>map(Judged.Unfit::new)
        .orElseGet(() -> address(tenant, asked, settings));
  }

  private Judged address(TenantId tenant, NewVerification asked, TenantSettings settings) {
    Judged judged = addresses.judge(asked.to(), asked.channel(), settings);
    if (!(judged instanceof Judged.Fit(Recipient recipient))) {
      return judged;
    }
    return messages
        .senderRefusal(tenant, asked, settings, recipient)
        .<Judged>map(Judged.Unfit::new)
        .orElse(judged);
  }

  private Optional<StartOutcome> channel(NewVerification asked) {
    if (!asked.purpose().allows(asked.channel())) {
      return Optional.of(new StartOutcome.ChannelNotAllowed(asked.purpose(), asked.channel()));
    }
    for (Workflow.Step step : asked.workflow()) {
      if (step.channel().isPhone() != asked.channel().isPhone()) {
        return Optional.of(new StartOutcome.ChannelNotAllowed(asked.purpose(), step.channel()));
      }
    }
    return messages.serves(asked.channel())
        ? Optional.empty()
        : Optional.of(new StartOutcome.ChannelNotAvailable(asked.channel()));
  }

  private static Optional<StartOutcome> ttl(NewVerification asked, TenantSettings settings) {
    Duration cap = asked.purpose().maxTtl(asked.channel(), settings.longLivedCodes());
    return asked
        .ttl()
        .filter(ttl -> ttl.compareTo(cap) > 0)
        .map(_ -> new StartOutcome.TtlOverCap(asked.purpose(), cap));
  }

  private Optional<StartOutcome> template(
      TenantId tenant, NewVerification asked, TenantSettings settings) {
    if (asked.template().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> text = messages.template(tenant, asked, settings);
    if (text.isEmpty()) {
      String language = CodeMessages.locale(asked, settings).getLanguage();
      return notUsable("there is no such template in the language " + language);
    }
    Set<String> places = Placeholders.in(text.get());
    boolean hasDetails = places.containsAll(PLACES_OF_DETAILS);
    if (asked.purpose() == Purpose.TRANSACTION && !hasDetails) {
      return notUsable("a transaction needs a template with {amount} and {payee}");
    }
    if (asked.purpose() != Purpose.TRANSACTION && !PLACES.containsAll(places)) {
      return notUsable("only a transaction can use a template with {amount} or {payee}");
    }
    return Optional.empty();
  }

  private static Optional<StartOutcome> notUsable(String reason) {
    return Optional.of(new StartOutcome.TemplateNotUsable(reason));
  }
}
