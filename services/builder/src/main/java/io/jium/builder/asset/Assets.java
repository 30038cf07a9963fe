package io.jium.builder.asset;

import io.jium.builder.site.SiteRegister;
import io.jium.platform.problem.NotFound;
import io.jium.platform.problem.Refusal;
import io.jium.platform.web.Paging;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files of sites, by site. Bytes lie in the blob storage. */
@Repository
public class Assets {

    /** Stands for the service id of files that belong to built-in templates. */
    public static final long LIBRARY = 0;

    private static final int MOST_PER_SITE = 10_000;

    private static final String SELECT =
            """
            select a.id, a.service_id, a.name, a.sha256, a.media_type, a.bytes, a.width, a.height, a.alt, a.focal_x,
                   a.focal_y, a.site_path, a.created_at from assets a
            """;

    private final SiteRegister sites;
    private final JdbcClient jdbc;
    private final Pictures pictures;
    private final Clock clock;

    Assets(SiteRegister sites, JdbcClient jdbc, Pictures pictures, Clock clock) {
        this.sites = sites;
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * A file whose bytes are kept already.
     *
     * @param uploadSha256 of the file as it was sent; null for what was not uploaded
     * @param hasVariants whether smaller ones are to be made of it
     */
    public record NewAsset(
            String name,
            String sha256,
            String mediaType,
            long bytes,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable String sitePath,
            @Nullable String uploadSha256,
            boolean hasVariants) {}

    /** The asset that a file became when it was uploaded to this site before. */
    Optional<Asset> uploaded(long serviceId, String uploadSha256) {
        return jdbc.sql(
                        SELECT
                                + "where a.service_id = ? and a.upload_sha256 = ? order by a.id limit 1")
                .params(serviceId, uploadSha256)
                .query(Assets::asset)
                .optional();
    }

    /**
     * Enters a file of a site that was checked to be the caller's; the same file again is the same
     * asset, for an upload whatever it is called. Refuses with 404 when the site was removed
     * meanwhile: uploads take their time.
     */
    @Transactional
    public Asset add(long serviceId, NewAsset file) {
        if (serviceId != LIBRARY) {
            sites.hold(serviceId);
        }
        return same(serviceId, file).orElseGet(() -> insert(serviceId, file));
    }

    private Optional<Asset> same(long serviceId, NewAsset file) {
        if (file.sitePath == null) {
            return jdbc.sql(
                            SELECT
                                    + """
                                    where a.service_id = ? and (a.upload_sha256 = ? or a.sha256 = ?)
                                    and a.site_path is null order by a.id limit 1
                                    """)
                    .param(serviceId)
                    .param(file.uploadSha256)
                    .param(file.sha256)
                    .query(Assets::asset)
                    .optional();
        }
        return jdbc.sql(
                        SELECT
                                + "where a.service_id = ? and a.sha256 = ? and a.name = ? and a.site_path = ?")
                .params(serviceId, file.sha256, file.name, file.sitePath)
                .query(Assets::asset)
                .optional();
    }

    /** All files of a site that is removed; their bytes may be others', too. */
    public void removeAll(long serviceId) {
        jdbc.sql("delete from assets where service_id = ?").param(serviceId).update();
    }

    private Asset insert(long serviceId, NewAsset file) {
        var count =
                jdbc.sql("select count(*) from assets where service_id = ?")
                        .param(serviceId)
                        .query(Integer.class)
                        .single();
        if (count >= MOST_PER_SITE) {
            throw new Refusal(HttpStatus.PAYMENT_REQUIRED, "quota_exceeded", MOST_PER_SITE);
        }
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into assets
                        (service_id, name, sha256, media_type, bytes, width, height, site_path, upload_sha256,
                        created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(serviceId, file.name, file.sha256, file.mediaType, file.bytes)
                .param(file.width)
                .param(file.height)
                .param(file.sitePath)
                .param(file.uploadSha256)
                .param(Timestamp.from(clock.instant()))
                .update(id, "id");
        if (file.hasVariants) {
            pictures.enter(file.sha256);
        }
        return jdbc.sql(SELECT + "where a.id = ?")
                .param(Objects.requireNonNull(id.getKey()).longValue())
                .query(Assets::asset)
                .single();
    }

    /**
     * Files of an owner's site, newest first.
     *
     * @param words that their names have to contain; empty for all
     */
    List<Asset> of(
            long serviceId, long ownerId, String words, boolean picturesOnly, Paging paging) {
        return jdbc.sql(
                        SELECT
                                + """
                                join sites s on s.service_id = a.service_id
                                where a.service_id = ? and s.owner_id = ? and a.id < ?
                                and (? = '' or locate(lower(?), lower(a.name)) > 0)
                                and (? = false or a.media_type like 'image/%')
                                order by a.id desc limit ?
                                """)
                .params(serviceId, ownerId, paging.below(), words, words)
                .params(picturesOnly, paging.rows())
                .query(Assets::asset)
                .list();
    }

    /** A file of an owner's site; else refused as not found. */
    Asset owned(long id, long ownerId) {
        return jdbc.sql(
                        SELECT
                                + """
                                join sites s on s.service_id = a.service_id
                                where a.id = ? and s.owner_id = ? and s.removed_at is null
                                """)
                .params(id, ownerId)
                .query(Assets::asset)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What its owner says about a file. */
    record Said(String name, String alt, FocalPoint focalPoint) {}

    /** Replaces what is said about a file of an owner's site. */
    @Transactional
    public Asset say(long id, long ownerId, Said said) {
        jdbc.sql(
                        """
                        update assets set name = ?, alt = ?, focal_x = ?, focal_y = ? where id = ?
                        and service_id in (select service_id from sites where owner_id = ?)
                        """)
                .params(said.name, said.alt, said.focalPoint.x(), said.focalPoint.y())
                .params(id, ownerId)
                .update();
        return owned(id, ownerId);
    }

    /** All files of a site that keep the place they had before they were imported. */
    public List<Asset> placed(long serviceId) {
        return jdbc.sql(SELECT + "where a.service_id = ? and a.site_path is not null order by a.id")
                .param(serviceId)
                .query(Assets::asset)
                .list();
    }

    /** Any asset with these bytes. */
    public Optional<Asset> withBytes(String sha256) {
        return jdbc.sql(SELECT + "where a.sha256 = ? order by a.id limit 1")
                .param(sha256)
                .query(Assets::asset)
                .optional();
    }

    /**
     * Takes a file off an owner's site. The bytes stay: releases and page versions may need them.
     */
    void delete(long id, long ownerId) {
        var deleted =
                jdbc.sql(
                                """
                                delete from assets where id = ?
                                and service_id in (select service_id from sites where owner_id = ?)
                                """)
                        .params(id, ownerId)
                        .update();
        if (deleted == 0) {
            throw new NotFound();
        }
    }

    private static Asset asset(ResultSet row, int number) throws SQLException {
        return new Asset(
                row.getLong("id"),
                row.getLong("service_id"),
                row.getString("name"),
                row.getString("sha256"),
                row.getString("media_type"),
                row.getLong("bytes"),
                orNull(row, row.getInt("width")),
                orNull(row, row.getInt("height")),
                row.getString("alt"),
                new FocalPoint(row.getInt("focal_x"), row.getInt("focal_y")),
                row.getString("site_path"),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Integer orNull(ResultSet row, int value) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
