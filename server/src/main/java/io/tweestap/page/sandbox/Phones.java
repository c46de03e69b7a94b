package io.tweestap.page.sandbox;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The handsets on the screen, read through the API.
@Component
@WhenTryIt
class Phones {
  private static final String NEWEST = "/v1/sandbox/messages?limit=100";
  private static final int SHOWN_MAX = 3;
  private static final int MESSAGES_MAX = 12;
  private static final String HOME = "NL";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ApiClient api;
  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  Phones(ApiClient api) {
    this.api = api;
  }

  /// First the one that the shop sends to, also before anything came in; then those with the newest
  /// messages.
  List<Phone> forVisit(Visit visit) {
    String used = address(visit.wish());
    Map<String, List<Phone.Message>> received = received(used);
    return received.entrySet().stream()
        .limit(SHOWN_MAX)
        .map(entry -> phone(entry.getKey(), entry.getKey().equals(used), entry.getValue()))
        .toList();
  }

  private Map<String, List<Phone.Message>> received(String first) {
    Map<String, List<Phone.Message>> received = new LinkedHashMap<>();
    received.put(first, new ArrayList<>());
    if (api.get(NEWEST) instanceof ApiAnswer.Done(JsonNode page)) {
      page.path("data")
          .forEach(message ->
              received
                  .computeIfAbsent(message.path("to").asString(), _ -> new ArrayList<>())
                  .add(message(message)));
    }
    return received;
  }

  private Phone phone(String to, boolean used, List<Phone.Message> newestFirst) {
    List<Phone.Message> messages = newestFirst.stream().limit(MESSAGES_MAX).toList().reversed();
    boolean mailbox = to.indexOf('@') >= 0;
    return new Phone(to, mailbox ? to : forReading(to), mailbox, used, messages);
  }

  /// The visitor sits at this machine, so its time of day is theirs.
  private static Phone.Message message(JsonNode json) {
    Instant at = Instant.parse(json.path("created_at").asString());
    String text = json.path("text").asString().strip();
    int last = text.lastIndexOf('\n') + 1;
    boolean bound = last > 0 && text.startsWith("@", last);
    return new Phone.Message(
        json.path("id").asString(),
        json.path("channel").asString(),
        json.path("sender").asString(),
        json.path("subject").asString(),
        bound ? text.substring(0, last).strip() : text,
        bound ? text.substring(last) : "",
        json.path("locale").asString(),
        at,
        TIME.format(at.atZone(ZoneId.systemDefault())));
  }

  /// The address as the API will write it, so that its handset is found again.
  private String address(Wish wish) {
    if (wish.goesByMail()) {
      return wish.to().toLowerCase(Locale.ROOT);
    }
    try {
      return numbers.format(numbers.parse(wish.to(), HOME), PhoneNumberFormat.E164);
    } catch (NumberParseException _) {
      return wish.to();
    }
  }

  private String forReading(String number) {
    try {
      return numbers.format(numbers.parse(number, HOME), PhoneNumberFormat.INTERNATIONAL);
    } catch (NumberParseException _) {
      return number;
    }
  }
}
