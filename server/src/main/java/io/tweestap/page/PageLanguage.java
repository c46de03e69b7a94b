package io.tweestap.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// In which language a page is shown: the one in the address (`?lang=nl`), which is remembered in a
/// cookie, else the one in which the person is written to ([#speak]), else the first that the
/// browser asks for and we have, else English.
@Component("localeResolver")
public class PageLanguage implements LocaleResolver {
  /// The languages that every page exists in; the first one stands in for all others.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.of("nl"), Locale.GERMAN);

  private static final String PARAMETER = "lang";
  private static final String COOKIE = "tweestap_lang";
  private static final String SPOKEN = PageLanguage.class.getName() + ".spoken";

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return chosen(request)
        .or(() -> remembered(request))
        .or(() -> spoken(request))
        .or(() -> wished(request))
        .orElse(LANGUAGES.getFirst());
  }

  /// Says in which language this request is answered unless its visitor chose another one: that in
  /// which the person is written to. Before the page is put together.
  public void speak(HttpServletRequest request, Locale language) {
    request.setAttribute(SPOKEN, language.getLanguage());
  }

  private static Optional<Locale> spoken(HttpServletRequest request) {
    return request.getAttribute(SPOKEN) instanceof String language
        ? known(language)
        : Optional.empty();
  }

  /// Remembers the language until the browser is closed.
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response == null || locale == null) {
      return;
    }
    PageCookies.set(request, response, COOKIE, locale.getLanguage());
  }

  /// The language that this very address names.
  public Optional<Locale> chosen(HttpServletRequest request) {
    return known(request.getParameter(PARAMETER));
  }

  private static Optional<Locale> remembered(HttpServletRequest request) {
    return PageCookies.read(request, COOKIE).flatMap(PageLanguage::known);
  }

  private static Optional<Locale> wished(HttpServletRequest request) {
    Stream<Locale> asked =
        request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
            ? Stream.empty()
            : Collections.list(request.getLocales()).stream();
    return asked.flatMap(locale -> known(locale.getLanguage()).stream()).findFirst();
  }

  private static Optional<Locale> known(@Nullable String language) {
    return LANGUAGES.stream().filter(l -> l.getLanguage().equals(language)).findFirst();
  }
}
