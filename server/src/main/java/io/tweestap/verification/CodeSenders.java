package io.tweestap.verification;

import io.tweestap.optout.OptOutChoices;
import io.tweestap.optout.OptOuts;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.sender.SenderRules;
import io.tweestap.sender.SenderVerdict;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// From whom a code comes. The name of the service stands in its text in any case, so a country
/// that takes no names gets whichever sender the tenant has there.
@Component
class CodeSenders {
  private final SenderRules rules;
  private final PhoneNumbers numbers;
  private final OptOuts optOuts;
  private final OptOutChoices choices;

  CodeSenders(SenderRules rules, PhoneNumbers numbers, OptOuts optOuts, OptOutChoices choices) {
    this.rules = rules;
    this.numbers = numbers;
    this.optOuts = optOuts;
    this.choices = choices;
  }

  /// Why no code can be sent there; empty where one can.
  Optional<StartOutcome> refusal(
      TenantId tenant, Channel channel, Recipient recipient, String name) {
    return switch (judge(tenant, channel, recipient, name)) {
      case SenderVerdict.Use(String sender) -> optedOut(tenant, channel, recipient, sender);
      case SenderVerdict.NotAllowed(String country, String advice) ->
          Optional.of(new StartOutcome.SenderNotAllowed(country, advice));
    };
  }

  /// Whoever asks for a code gets it, STOP or not, unless the tenant chose otherwise.
  private Optional<StartOutcome> optedOut(
      TenantId tenant, Channel channel, Recipient recipient, String sender) {
    if (channel != Channel.SMS || recipient.isTest() || choices.of(tenant).codesExempt()) {
      return Optional.empty();
    }
    PhoneNumber number = new PhoneNumber(recipient.address());
    var asked = new OptOuts.Recipients(tenant, Set.of(number));
    return optOuts.among(List.of(asked)).getFirst().has(number, sender)
        ? Optional.of(
            new StartOutcome.SenderNotAllowed(
                numbers.country(number).orElse(""),
                "The recipient wants no messages from this sender, and that holds for codes too"))
        : Optional.empty();
  }

  /// The sender that goes to the carrier. A rule that changed since the start stops nothing.
  String sender(TenantId tenant, Channel channel, Recipient recipient, String name) {
    return judge(tenant, channel, recipient, name) instanceof SenderVerdict.Use(String sender)
        ? sender
        : name;
  }

  private SenderVerdict judge(TenantId tenant, Channel channel, Recipient recipient, String name) {
    Optional<String> country =
        channel == Channel.SMS && !recipient.isTest()
            ? numbers.country(new PhoneNumber(recipient.address()))
            : Optional.empty();
    return country
        .map(code -> rules.of(tenant).judge(code, Optional.empty(), name))
        .orElseGet(() -> new SenderVerdict.Use(name));
  }
}
