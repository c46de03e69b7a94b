package io.tweestap.optout;

import io.tweestap.tenant.Tenant;
import java.util.Map;

/// What STOP, START and HELP are answered with, in the tenant's language. Each fits one SMS, and
/// none is a word that another machine would take for one of the three.
final class AnswerTexts {
  private static final Map<String, Map<Keyword, String>> TEXTS =
      Map.of(
          "nl",
          Map.of(
              Keyword.STOP,
              "%s: u krijgt van dit nummer geen berichten meer. Met START krijgt u ze weer.",
              Keyword.START,
              "%s: u krijgt weer berichten van dit nummer. Met STOP eindigen ze.",
              Keyword.HELP,
              "%s: stuur STOP om geen berichten meer te krijgen. Vragen? %s"),
          "de",
          Map.of(
              Keyword.STOP,
              "%s: Sie erhalten von dieser Nummer nichts mehr. Mit START erhalten Sie wieder"
                  + " Nachrichten.",
              Keyword.START,
              "%s: Sie erhalten wieder Nachrichten von dieser Nummer. Mit STOP beenden Sie das.",
              Keyword.HELP,
              "%s: Mit STOP erhalten Sie keine Nachrichten mehr. Fragen? %s"),
          "en",
          Map.of(
              Keyword.STOP,
              "%s: you get no more messages from this number. Send START to get them again.",
              Keyword.START,
              "%s: you get messages from this number again. Send STOP to end them.",
              Keyword.HELP,
              "%s: send STOP to get no more messages. Questions? %s"));

  private AnswerTexts() {}

  static String of(Keyword word, Tenant tenant) {
    String language = tenant.settings().locale().getLanguage();
    Map<Keyword, String> texts = TEXTS.getOrDefault(language, TEXTS.getOrDefault("en", Map.of()));
    String contact = tenant.settings().supportContact();
    return texts
        .getOrDefault(word, "%s")
        .formatted(tenant.settings().senderName(), contact.isEmpty() ? tenant.name() : contact);
  }
}
