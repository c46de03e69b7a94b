package io.tweestap.page.docs;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// `GET /docs`: the description of the API for people.
@Controller
class DocsController {
  private final DocsPage page;

  DocsController(OpenApiDocument document) {
    this.page = new DocsReader(document).page();
  }

  @GetMapping("/docs")
  String show(Model model) {
    model.addAttribute("page", page);
    return "docs/page";
  }
}
