package io.jium.builder.asset;

import io.jium.builder.asset.Assets.Said;
import io.jium.builder.asset.FindingUse.Use;
import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.InvalidFields;
import io.jium.platform.problem.Refusal;
import io.jium.platform.security.Caller;
import io.jium.platform.web.Listing;
import io.jium.platform.web.Paging;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.awt.Rectangle;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a site, for its owner. */
@RestController
@RequestMapping("/builder/assets")
class AssetController {

    private final Assets assets;
    private final Pictures pictures;
    private final Uploading uploading;
    private final FindingUse use;
    private final SiteRegister sites;

    AssetController(
            Assets assets,
            Pictures pictures,
            Uploading uploading,
            FindingUse use,
            SiteRegister sites) {
        this.assets = assets;
        this.pictures = pictures;
        this.uploading = uploading;
        this.use = use;
        this.sites = sites;
    }

    /**
     * @param words that names have to contain
     */
    @GetMapping
    Listing<AssetView> list(
            @RequestParam("service_id") long serviceId,
            @RequestParam(name = "q", defaultValue = "") @Size(max = 120) String words,
            @RequestParam(name = "pictures", defaultValue = "false") boolean picturesOnly,
            Caller caller,
            Paging paging) {
        sites.owned(serviceId, caller.userId());
        var found =
                assets.of(
                        serviceId,
                        caller.userId(),
                        Normalizer.normalize(words.strip(), Normalizer.Form.NFC),
                        picturesOnly,
                        paging);
        var shown = pictures.of(serviceId, found.stream().map(Asset::sha256).toList());
        return Listing.of(found, paging, Asset::id)
                .map(asset -> {
                    var picture = shown.get(asset.sha256());
                    return AssetView.of(asset, picture == null ? List.of() : picture.variants());
                });
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AssetView upload(
            @RequestParam("service_id") long serviceId,
            @RequestParam("file") MultipartFile file,
            Caller caller)
            throws IOException {
        var site = sites.owned(serviceId, caller.userId());
        return view(uploading.upload(site.serviceId(), file));
    }

    @GetMapping("/{id}")
    AssetView.Detail read(@PathVariable long id, Caller caller) {
        var asset = assets.owned(id, caller.userId());
        var used = use.of(asset);
        return new AssetView.Detail(view(asset), used.pages(), used.inSettings());
    }

    @PatchMapping("/{id}")
    AssetView say(@PathVariable long id, @Valid @RequestBody Change change, Caller caller) {
        var asset = assets.owned(id, caller.userId());
        var point = change.focalPoint;
        var said =
                new Said(
                        change.name == null ? asset.name() : name(change.name, asset.name()),
                        change.alt == null ? asset.alt() : change.alt.strip(),
                        point == null ? asset.focalPoint() : new FocalPoint(point.x, point.y));
        return view(assets.say(id, caller.userId(), said));
    }

    /** With the ending that says what it is. */
    private static String name(String wanted, String now) {
        if (wanted.isBlank()) {
            throw InvalidFields.of("name", "required");
        }
        var dot = now.lastIndexOf('.');
        var ending = dot > 0 ? now.substring(dot) : "";
        var isComplete =
                wanted.regionMatches(
                        true, wanted.length() - ending.length(), ending, 0, ending.length());
        return KeepingFiles.tidy(isComplete ? wanted : wanted.strip() + ending);
    }

    /** Makes another picture of a part of this one. */
    @PostMapping("/{id}/crop")
    @ResponseStatus(HttpStatus.CREATED)
    AssetView crop(@PathVariable long id, @Valid @RequestBody Part part, Caller caller)
            throws IOException {
        var whole = assets.owned(id, caller.userId());
        var cut = uploading.cut(whole, new Rectangle(part.x, part.y, part.width, part.height));
        var said =
                cut.alt().isEmpty()
                        ? assets.say(
                                cut.id(),
                                caller.userId(),
                                new Said(cut.name(), whole.alt(), cut.focalPoint()))
                        : cut;
        return view(said);
    }

    /**
     * Takes a file off the site. 409 tells which pages use it; with {@code force} they lose it when
     * they are published next.
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable long id,
            @RequestParam(name = "force", defaultValue = "false") boolean force,
            Caller caller) {
        var asset = assets.owned(id, caller.userId());
        var used = use.of(asset);
        if (used.isAny() && !force) {
            throw inUse(used);
        }
        assets.delete(id, caller.userId());
    }

    private static Refusal inUse(Use used) {
        var refusal =
                new Refusal(HttpStatus.CONFLICT, "asset_in_use", used.pages().size())
                        .with("used_by", used.pages())
                        .with("used_in_settings", used.inSettings());
        return used.pages().isEmpty() ? refusal.because("settings") : refusal;
    }

    private AssetView view(Asset asset) {
        var picture = pictures.of(asset.serviceId(), List.of(asset.sha256())).get(asset.sha256());
        return AssetView.of(asset, picture == null ? List.of() : picture.variants());
    }

    /** What is absent stays. */
    record Change(
            @Nullable @Size(max = 120) String name,
            @Nullable @Size(max = 500) String alt,
            @Nullable @Valid Point focalPoint) {}

    /** In per cent from the left and from the top. */
    record Point(@NotNull @Min(0) @Max(100) Integer x, @NotNull @Min(0) @Max(100) Integer y) {}

    /** In the picture's pixels. */
    record Part(
            @NotNull @Min(0) Integer x,
            @NotNull @Min(0) Integer y,
            @NotNull @Min(1) Integer width,
            @NotNull @Min(1) Integer height) {}
}
