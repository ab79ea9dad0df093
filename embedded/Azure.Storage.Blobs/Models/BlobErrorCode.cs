#nullable disable annotations
using System.ComponentModel;

namespace Azure.Storage.Blobs.Models;

/// <summary>The names that the Blob service gives its refusals.</summary>
public readonly struct BlobErrorCode : IEquatable<BlobErrorCode>
{
    private readonly string value;

    public BlobErrorCode(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        this.value = value;
    }

    public static BlobErrorCode AccountAlreadyExists { get; } = new("AccountAlreadyExists");
    public static BlobErrorCode AccountBeingCreated { get; } = new("AccountBeingCreated");
    public static BlobErrorCode AccountIsDisabled { get; } = new("AccountIsDisabled");
    public static BlobErrorCode AppendPositionConditionNotMet { get; } = new("AppendPositionConditionNotMet");
    public static BlobErrorCode AuthenticationFailed { get; } = new("AuthenticationFailed");
    public static BlobErrorCode AuthorizationFailure { get; } = new("AuthorizationFailure");
    public static BlobErrorCode AuthorizationPermissionMismatch { get; } = new("AuthorizationPermissionMismatch");
    public static BlobErrorCode AuthorizationProtocolMismatch { get; } = new("AuthorizationProtocolMismatch");
    public static BlobErrorCode AuthorizationResourceTypeMismatch { get; } = new("AuthorizationResourceTypeMismatch");
    public static BlobErrorCode AuthorizationServiceMismatch { get; } = new("AuthorizationServiceMismatch");
    public static BlobErrorCode AuthorizationSourceIPMismatch { get; } = new("AuthorizationSourceIPMismatch");
    public static BlobErrorCode BlobAccessTierNotSupportedForAccountType { get; } = new("BlobAccessTierNotSupportedForAccountType");
    public static BlobErrorCode BlobAlreadyExists { get; } = new("BlobAlreadyExists");
    public static BlobErrorCode BlobArchived { get; } = new("BlobArchived");
    public static BlobErrorCode BlobBeingRehydrated { get; } = new("BlobBeingRehydrated");
    public static BlobErrorCode BlobImmutableDueToPolicy { get; } = new("BlobImmutableDueToPolicy");
    public static BlobErrorCode BlobNotArchived { get; } = new("BlobNotArchived");
    public static BlobErrorCode BlobNotFound { get; } = new("BlobNotFound");
    public static BlobErrorCode BlobOverwritten { get; } = new("BlobOverwritten");
    public static BlobErrorCode BlobTierInadequateForContentLength { get; } = new("BlobTierInadequateForContentLength");
    public static BlobErrorCode BlobUsesCustomerSpecifiedEncryption { get; } = new("BlobUsesCustomerSpecifiedEncryption");
    public static BlobErrorCode BlockCountExceedsLimit { get; } = new("BlockCountExceedsLimit");
    public static BlobErrorCode BlockListTooLong { get; } = new("BlockListTooLong");
    public static BlobErrorCode CannotChangeToLowerTier { get; } = new("CannotChangeToLowerTier");
    public static BlobErrorCode CannotVerifyCopySource { get; } = new("CannotVerifyCopySource");
    public static BlobErrorCode ConditionHeadersNotSupported { get; } = new("ConditionHeadersNotSupported");
    public static BlobErrorCode ConditionNotMet { get; } = new("ConditionNotMet");
    public static BlobErrorCode ContainerAlreadyExists { get; } = new("ContainerAlreadyExists");
    public static BlobErrorCode ContainerBeingDeleted { get; } = new("ContainerBeingDeleted");
    public static BlobErrorCode ContainerDisabled { get; } = new("ContainerDisabled");
    public static BlobErrorCode ContainerNotFound { get; } = new("ContainerNotFound");
    public static BlobErrorCode ContentLengthLargerThanTierLimit { get; } = new("ContentLengthLargerThanTierLimit");
    public static BlobErrorCode CopyAcrossAccountsNotSupported { get; } = new("CopyAcrossAccountsNotSupported");
    public static BlobErrorCode CopyIdMismatch { get; } = new("CopyIdMismatch");
    public static BlobErrorCode EmptyMetadataKey { get; } = new("EmptyMetadataKey");
    public static BlobErrorCode FeatureVersionMismatch { get; } = new("FeatureVersionMismatch");
    public static BlobErrorCode IncrementalCopyBlobMismatch { get; } = new("IncrementalCopyBlobMismatch");
    public static BlobErrorCode IncrementalCopyOfEarlierVersionSnapshotNotAllowed { get; } = new("IncrementalCopyOfEarlierVersionSnapshotNotAllowed");
    public static BlobErrorCode IncrementalCopyOfEralierVersionSnapshotNotAllowed { get; } = new("IncrementalCopyOfEralierVersionSnapshotNotAllowed");
    public static BlobErrorCode IncrementalCopySourceMustBeSnapshot { get; } = new("IncrementalCopySourceMustBeSnapshot");
    public static BlobErrorCode InfiniteLeaseDurationRequired { get; } = new("InfiniteLeaseDurationRequired");
    public static BlobErrorCode InsufficientAccountPermissions { get; } = new("InsufficientAccountPermissions");
    public static BlobErrorCode InternalError { get; } = new("InternalError");
    public static BlobErrorCode InvalidAuthenticationInfo { get; } = new("InvalidAuthenticationInfo");
    public static BlobErrorCode InvalidBlobOrBlock { get; } = new("InvalidBlobOrBlock");
    public static BlobErrorCode InvalidBlobTier { get; } = new("InvalidBlobTier");
    public static BlobErrorCode InvalidBlobType { get; } = new("InvalidBlobType");
    public static BlobErrorCode InvalidBlockId { get; } = new("InvalidBlockId");
    public static BlobErrorCode InvalidBlockList { get; } = new("InvalidBlockList");
    public static BlobErrorCode InvalidHeaderValue { get; } = new("InvalidHeaderValue");
    public static BlobErrorCode InvalidHttpVerb { get; } = new("InvalidHttpVerb");
    public static BlobErrorCode InvalidInput { get; } = new("InvalidInput");
    public static BlobErrorCode InvalidMd5 { get; } = new("InvalidMd5");
    public static BlobErrorCode InvalidMetadata { get; } = new("InvalidMetadata");
    public static BlobErrorCode InvalidOperation { get; } = new("InvalidOperation");
    public static BlobErrorCode InvalidPageRange { get; } = new("InvalidPageRange");
    public static BlobErrorCode InvalidQueryParameterValue { get; } = new("InvalidQueryParameterValue");
    public static BlobErrorCode InvalidRange { get; } = new("InvalidRange");
    public static BlobErrorCode InvalidResourceName { get; } = new("InvalidResourceName");
    public static BlobErrorCode InvalidSourceBlobType { get; } = new("InvalidSourceBlobType");
    public static BlobErrorCode InvalidSourceBlobUrl { get; } = new("InvalidSourceBlobUrl");
    public static BlobErrorCode InvalidUri { get; } = new("InvalidUri");
    public static BlobErrorCode InvalidVersionForPageBlobOperation { get; } = new("InvalidVersionForPageBlobOperation");
    public static BlobErrorCode InvalidXmlDocument { get; } = new("InvalidXmlDocument");
    public static BlobErrorCode InvalidXmlNodeValue { get; } = new("InvalidXmlNodeValue");
    public static BlobErrorCode LeaseAlreadyBroken { get; } = new("LeaseAlreadyBroken");
    public static BlobErrorCode LeaseAlreadyPresent { get; } = new("LeaseAlreadyPresent");
    public static BlobErrorCode LeaseIdMismatchWithBlobOperation { get; } = new("LeaseIdMismatchWithBlobOperation");
    public static BlobErrorCode LeaseIdMismatchWithContainerOperation { get; } = new("LeaseIdMismatchWithContainerOperation");
    public static BlobErrorCode LeaseIdMismatchWithLeaseOperation { get; } = new("LeaseIdMismatchWithLeaseOperation");
    public static BlobErrorCode LeaseIdMissing { get; } = new("LeaseIdMissing");
    public static BlobErrorCode LeaseIsBreakingAndCannotBeAcquired { get; } = new("LeaseIsBreakingAndCannotBeAcquired");
    public static BlobErrorCode LeaseIsBreakingAndCannotBeChanged { get; } = new("LeaseIsBreakingAndCannotBeChanged");
    public static BlobErrorCode LeaseIsBrokenAndCannotBeRenewed { get; } = new("LeaseIsBrokenAndCannotBeRenewed");
    public static BlobErrorCode LeaseLost { get; } = new("LeaseLost");
    public static BlobErrorCode LeaseNotPresentWithBlobOperation { get; } = new("LeaseNotPresentWithBlobOperation");
    public static BlobErrorCode LeaseNotPresentWithContainerOperation { get; } = new("LeaseNotPresentWithContainerOperation");
    public static BlobErrorCode LeaseNotPresentWithLeaseOperation { get; } = new("LeaseNotPresentWithLeaseOperation");
    public static BlobErrorCode MaxBlobSizeConditionNotMet { get; } = new("MaxBlobSizeConditionNotMet");
    public static BlobErrorCode Md5Mismatch { get; } = new("Md5Mismatch");
    public static BlobErrorCode MetadataTooLarge { get; } = new("MetadataTooLarge");
    public static BlobErrorCode MissingContentLengthHeader { get; } = new("MissingContentLengthHeader");
    public static BlobErrorCode MissingRequiredHeader { get; } = new("MissingRequiredHeader");
    public static BlobErrorCode MissingRequiredQueryParameter { get; } = new("MissingRequiredQueryParameter");
    public static BlobErrorCode MissingRequiredXmlNode { get; } = new("MissingRequiredXmlNode");
    public static BlobErrorCode MultipleConditionHeadersNotSupported { get; } = new("MultipleConditionHeadersNotSupported");
    public static BlobErrorCode NoAuthenticationInformation { get; } = new("NoAuthenticationInformation");
    public static BlobErrorCode NoPendingCopyOperation { get; } = new("NoPendingCopyOperation");
    public static BlobErrorCode OperationNotAllowedOnIncrementalCopyBlob { get; } = new("OperationNotAllowedOnIncrementalCopyBlob");
    public static BlobErrorCode OperationTimedOut { get; } = new("OperationTimedOut");
    public static BlobErrorCode OutOfRangeInput { get; } = new("OutOfRangeInput");
    public static BlobErrorCode OutOfRangeQueryParameterValue { get; } = new("OutOfRangeQueryParameterValue");
    public static BlobErrorCode PendingCopyOperation { get; } = new("PendingCopyOperation");
    public static BlobErrorCode PreviousSnapshotCannotBeNewer { get; } = new("PreviousSnapshotCannotBeNewer");
    public static BlobErrorCode PreviousSnapshotNotFound { get; } = new("PreviousSnapshotNotFound");
    public static BlobErrorCode PreviousSnapshotOperationNotSupported { get; } = new("PreviousSnapshotOperationNotSupported");
    public static BlobErrorCode RequestBodyTooLarge { get; } = new("RequestBodyTooLarge");
    public static BlobErrorCode RequestUrlFailedToParse { get; } = new("RequestUrlFailedToParse");
    public static BlobErrorCode ResourceAlreadyExists { get; } = new("ResourceAlreadyExists");
    public static BlobErrorCode ResourceNotFound { get; } = new("ResourceNotFound");
    public static BlobErrorCode ResourceTypeMismatch { get; } = new("ResourceTypeMismatch");
    public static BlobErrorCode SequenceNumberConditionNotMet { get; } = new("SequenceNumberConditionNotMet");
    public static BlobErrorCode SequenceNumberIncrementTooLarge { get; } = new("SequenceNumberIncrementTooLarge");
    public static BlobErrorCode ServerBusy { get; } = new("ServerBusy");
    public static BlobErrorCode SnaphotOperationRateExceeded { get; } = new("SnaphotOperationRateExceeded");
    public static BlobErrorCode SnapshotCountExceeded { get; } = new("SnapshotCountExceeded");
    public static BlobErrorCode SnapshotOperationRateExceeded { get; } = new("SnapshotOperationRateExceeded");
    public static BlobErrorCode SnapshotsPresent { get; } = new("SnapshotsPresent");
    public static BlobErrorCode SourceConditionNotMet { get; } = new("SourceConditionNotMet");
    public static BlobErrorCode SystemInUse { get; } = new("SystemInUse");
    public static BlobErrorCode TargetConditionNotMet { get; } = new("TargetConditionNotMet");
    public static BlobErrorCode UnauthorizedBlobOverwrite { get; } = new("UnauthorizedBlobOverwrite");
    public static BlobErrorCode UnsupportedHeader { get; } = new("UnsupportedHeader");
    public static BlobErrorCode UnsupportedHttpVerb { get; } = new("UnsupportedHttpVerb");
    public static BlobErrorCode UnsupportedQueryParameter { get; } = new("UnsupportedQueryParameter");
    public static BlobErrorCode UnsupportedXmlNode { get; } = new("UnsupportedXmlNode");

    public static bool operator ==(BlobErrorCode left, BlobErrorCode right) => left.Equals(right);

    public static bool operator !=(BlobErrorCode left, BlobErrorCode right) => !left.Equals(right);

    public static bool operator ==(BlobErrorCode code, string value) => code.Equals(value);

    public static bool operator !=(BlobErrorCode code, string value) => !code.Equals(value);

    public static bool operator ==(string value, BlobErrorCode code) => code.Equals(value);

    public static bool operator !=(string value, BlobErrorCode code) => !code.Equals(value);

    public static implicit operator BlobErrorCode(string value) => new(value);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is BlobErrorCode other && Equals(other);

    public bool Equals(BlobErrorCode other) => Equals(other.value);

    public bool Equals(string other) => string.Equals(value, other, StringComparison.OrdinalIgnoreCase);

    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    public override string ToString() => value;
}
