package io.tweestap.message;

import io.tweestap.message.NewBatch.To;
import io.tweestap.message.SendOutcome.Refusal;
import io.tweestap.message.Wordings.Source;
import io.tweestap.message.Wordings.Spoken;
import io.tweestap.optout.OptedOut;
import io.tweestap.risk.NumberVerdict;
import io.tweestap.risk.PhoneNumbers;
import io.tweestap.sender.SenderRulesOfTenant;
import io.tweestap.sender.SenderVerdict;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.tenant.TenantSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Judges each recipient of a batch by itself and by what is known without asking the database: the
/// number, whether it stands there twice, and the values for its text.
@Component
class JudgeRecipients {
  /// A recipient that a message can go to.
  ///
  /// @param index in the request, from 0
  /// @param text as this recipient gets it
  /// @param locale language of the text
  /// @param sender as it is handed to the carrier
  /// @param test whether it is a test number of the tenant
  record Fit(
      int index,
      To asked,
      PhoneNumber number,
      String text,
      Locale locale,
      String sender,
      boolean test) {}

  /// @param fit those that a message can go to, in the order of the request
  /// @param refusals of the others, in that order
  record Judged(List<Fit> fit, List<Refusal> refusals) {
    /// With those refused that want nothing from their sender.
    Judged without(OptedOut optedOut) {
      Judged left = new Judged(new ArrayList<>(), new ArrayList<>(refusals));
      for (Fit one : fit) {
        if (!one.test() && optedOut.has(one.number(), one.sender())) {
          left.refuse(one.index(), new Fault.OptedOut());
        } else {
          left.fit.add(one);
        }
      }
      left.refusals.sort(Comparator.comparing(Refusal::index));
      return left;
    }

    /// Those that something is really sent to.
    List<Fit> real() {
      return fit.stream().filter(one -> !one.test()).toList();
    }

    private void refuse(int index, Fault fault) {
      refusals.add(new Refusal(index, fault));
    }

    private void add(int index, To asked, Locale wished, Phone.Usable to, Optional<Spoken> words) {
      if (words.isEmpty()) {
        refuse(index, new Fault.NoLanguage(wished.toLanguageTag()));
        return;
      }
      Wording wording = words.get().wording();
      wording
          .faultOf(asked.variables())
          .ifPresentOrElse(
              fault -> refuse(index, fault),
              () ->
                  fit.add(
                      new Fit(
                          index,
                          asked,
                          to.number(),
                          wording.filled(asked.variables()),
                          words.get().locale(),
                          to.sender(),
                          to.test())));
    }
  }

  private sealed interface Phone {
    record Usable(PhoneNumber number, String sender, boolean test) implements Phone {}

    record Unfit(Fault fault) implements Phone {}
  }

  private final PhoneNumbers numbers;

  JudgeRecipients(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  /// @param senders the rules that count for the tenant
  Judged judge(NewBatch batch, Source words, TenantSettings settings, SenderRulesOfTenant senders) {
    Judged judged = new Judged(new ArrayList<>(), new ArrayList<>());
    Map<PhoneNumber, Integer> seen = new HashMap<>();
    for (int index = 0; index < batch.recipients().size(); index++) {
      To asked = batch.recipients().get(index);
      int at = index;
      Locale wished = asked.locale().or(batch::locale).orElse(settings.locale());
      switch (number(asked.to(), batch.sender(), settings, senders)) {
        case Phone.Unfit(Fault fault) -> judged.refuse(index, fault);
        case Phone.Usable usable ->
            twice(seen, usable.number(), index)
                .ifPresentOrElse(
                    fault -> judged.refuse(at, fault),
                    () ->
                        judged.add(at, asked, wished, usable, words.in(wished, settings.locale())));
      }
    }
    return judged;
  }

  private static Optional<Fault> twice(
      Map<PhoneNumber, Integer> seen, PhoneNumber number, int index) {
    return Optional.ofNullable(seen.putIfAbsent(number, index)).map(Fault.Twice::new);
  }

  private Phone number(
      String to, Optional<String> sender, TenantSettings settings, SenderRulesOfTenant senders) {
    if (settings.testNumbers().containsKey(to)) {
      return new Phone.Usable(new PhoneNumber(to), sender.orElse(settings.senderName()), true);
    }
    return switch (numbers.judge(to, settings.country(), settings.allowedCountries())) {
      case NumberVerdict.Usable(PhoneNumber number, String country) ->
          switch (senders.judge(country, sender, settings.senderName())) {
            case SenderVerdict.Use(String used) -> new Phone.Usable(number, used, false);
            case SenderVerdict.NotAllowed(_, String advice) ->
                new Phone.Unfit(new Fault.SenderNotAllowed(country, advice));
          };
      case NumberVerdict.NotANumber(String reason) -> new Phone.Unfit(new Fault.NotANumber(reason));
      case NumberVerdict.Costly(String kind) -> new Phone.Unfit(new Fault.Costly(kind));
      case NumberVerdict.CountryNotAllowed(String country) ->
          new Phone.Unfit(new Fault.CountryNotAllowed(country));
    };
  }
}
