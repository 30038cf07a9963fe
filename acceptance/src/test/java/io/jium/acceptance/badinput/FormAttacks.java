package io.jium.acceptance.badinput;

import io.jium.acceptance.endpoint.Call;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bad forms of a good upload. */
final class FormAttacks {

    private static final String TYPE = "multipart/form-data; boundary=cut";

    private FormAttacks() {}

    record Body(String type, byte[] bytes) {}

    /** Bodies by what is wrong with them; a name that starts with {@code ?} may be accepted. */
    static Map<String, Body> of(Call.Form good) {
        var id = good.texts().get("service_id");
        var file = new String(good.file(), StandardCharsets.ISO_8859_1);
        var text = part("name=\"service_id\"", String.valueOf(id));
        var whole = part("name=\"file\"; filename=\"%s\"".formatted(good.fileName()), file);
        var forms = new LinkedHashMap<String, Body>();
        add(forms, "no file", text + end());
        add(forms, "no service", whole + end());
        add(forms, "nothing", end());
        for (var wrong : new String[] {"", "abc", "-1", "0", "9223372036854775808", "1.5"}) {
            add(forms, "service " + wrong, part("name=\"service_id\"", wrong) + whole + end());
        }
        add(forms, "file that is a text", text + part("name=\"file\"", "words") + end());
        add(forms, "empty file", text + part("name=\"file\"; filename=\"a.gif\"", "") + end());
        add(forms, "not closed", text + whole);
        add(forms, "other boundary", (text + whole + end()).replace("--cut", "--other"));
        add(forms, "?no file name", text + part("name=\"file\"; filename=\"\"", file) + end());
        add(
                forms,
                "?a path as file name",
                text + part("name=\"file\"; filename=\"../../../x\\..\\y.gif\"", file) + end());
        add(
                forms,
                "?a broken file name",
                text + part("name=\"file\"; filename=\"\u00ff\u00fe\u0000.gif\"", file) + end());
        add(
                forms,
                "?a long file name",
                text
                        + part(
                                "name=\"file\"; filename=\"%s.gif\"".formatted("x".repeat(3_000)),
                                file)
                        + end());
        add(
                forms,
                "an endless part head",
                text + "--cut\r\nContent-Disposition: form-data; " + "x".repeat(200_000));
        forms.put("no boundary", new Body("multipart/form-data", bytes(text + whole + end())));
        forms.put("JSON", new Body("application/json", bytes("{\"service_id\":" + id + "}")));
        forms.put("no content type", new Body("", bytes(text + whole + end())));
        add(
                forms,
                "a program",
                text + part("name=\"file\"; filename=\"a.exe\"", "MZ\u0090\u0000") + end());
        add(
                forms,
                "half a ZIP",
                text
                        + part("name=\"file\"; filename=\"a.zip\"", "PK\u0003\u0004\u0014\u0000")
                        + end());
        return forms;
    }

    private static String part(String disposition, String content) {
        return "--cut\r\nContent-Disposition: form-data; "
                + disposition
                + "\r\n\r\n"
                + content
                + "\r\n";
    }

    private static String end() {
        return "--cut--\r\n";
    }

    private static void add(Map<String, Body> forms, String what, String body) {
        forms.put("form: " + what, new Body(TYPE, bytes(body)));
        if (what.startsWith("?")) {
            forms.put("?" + what, forms.remove("form: " + what));
        }
    }

    private static byte[] bytes(String text) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }
}
