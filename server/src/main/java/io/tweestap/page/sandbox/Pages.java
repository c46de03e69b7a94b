package io.tweestap.page.sandbox;

import io.tweestap.page.PageLanguage;
import io.tweestap.page.sandbox.TryItPage.Stage;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Puts together what the try-it page shows.
@Component
@WhenTryIt
class Pages {
  private static final Shop.Standing NONE = new Shop.Standing("", 0, 0, 0);

  private final Shop shop;
  private final Phones phones;
  private final Curl curl;

  Pages(Shop shop, Phones phones, Curl curl) {
    this.shop = shop;
    this.phones = phones;
    this.curl = curl;
  }

  TryItPage page(Visit visit) {
    Shop.Standing standing = visit.hasStarted() ? shop.standing(visit).orElse(NONE) : NONE;
    Stage stage = stage(visit, standing);
    List<Phone> shown = phones.forVisit(visit);
    boolean waiting = stage == Stage.CODE && !shown.getFirst().gotSomethingSince(visit.sentAt());
    return new TryItPage(
        stage,
        visit,
        standing,
        shown,
        shown.getFirst().shown(),
        waiting,
        curl.commands(visit),
        PageLanguage.LANGUAGES.stream().map(Locale::getLanguage).toList());
  }

  /// A replayed code is shown as what it is, "not OK", though the verification stays approved.
  private static Stage stage(Visit visit, Shop.Standing standing) {
    if (!visit.hasStarted() || standing.isUnknown()) {
      return Stage.FORM;
    }
    if (standing.isPending()) {
      return Stage.CODE;
    }
    return standing.state().equals("approved") && visit.said().wentWell() ? Stage.OK : Stage.OVER;
  }
}
