package io.tweestap.page.account;

import io.tweestap.audit.Actor;
import io.tweestap.page.PageLanguage;
import io.tweestap.page.look.HostedPage;
import io.tweestap.user.UserWish;
import io.tweestap.user.Users;
import io.tweestap.user.address.Stated;
import io.tweestap.user.address.StatedAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The first page, and the language in which the user is written to.
@HostedPage
class OverviewController {
  private final Overviews overviews;
  private final AccountPages pages;
  private final PageLanguage language;
  private final Users users;

  OverviewController(Overviews overviews, AccountPages pages, PageLanguage language, Users users) {
    this.overviews = overviews;
    this.pages = pages;
    this.language = language;
    this.users = users;
  }

  @GetMapping("/account")
  ModelAndView overview(
      @RequestAttribute(Visit.NAME) Visit visit,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Locale locale = pages.dress(visit, new AccountPages.Exchange(request, response, model));
    model.addAttribute("page", overviews.of(visit, locale));
    return pages.show("overview");
  }

  /// The language of pages and messages from now on, wherever the user is.
  @PostMapping("/account/language")
  ModelAndView speak(
      @RequestAttribute(Visit.NAME) Visit visit,
      @RequestParam String language,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Locale> wished =
        PageLanguage.LANGUAGES.stream()
            .filter(known -> known.getLanguage().equals(language))
            .findFirst();
    if (wished.isEmpty()) {
      return pages.go(AccountPages.HOME);
    }
    UserWish wish =
        new UserWish(
            visit.user().ref(),
            Stated.leftOut(),
            StatedAddresses.leftOut(),
            Stated.of(wished.get()),
            Stated.leftOut());
    users.change(visit.tenant(), wish, Actor.USER);
    this.language.setLocale(request, response, wished.get());
    return pages.go(visit, visit.kept().saying(Kept.Said.good("language")), AccountPages.HOME);
  }
}
