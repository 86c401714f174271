package kz.legality.door.access.issuer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /login}: where people of the embedded issuer say who they are. Its form is received by Spring's own filter. */
@Controller
@Conditional(NoIssuerElsewhere.class)
class LoginPage {
    @GetMapping("/login")
    String show(HttpServletRequest request, Model page) {
        page.addAttribute("wrong", request.getParameter("error") != null);
        page.addAttribute("out", request.getParameter("logout") != null);
        return "login";
    }
}
