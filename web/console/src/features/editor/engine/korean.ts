import ko from 'grapesjs/locale/ko.mjs';

/** GrapesJS's own Korean lacks 40 of its 96 texts and leaves 18 in English. */
const complete = {
  assetManager: { inputPlh: '그림 주소' },
  deviceManager: { device: '기기' },
  domComponents: {
    names: {
      '': '상자',
      wrapper: '페이지',
      text: '글',
      comment: '메모',
      image: '그림',
      video: '동영상',
      label: '이름표',
      link: '링크',
      map: '지도',
      tfoot: '표 꼬리',
      tbody: '표 내용',
      thead: '표 머리',
      table: '표',
      row: '표의 줄',
      cell: '표의 칸',
      section: '구역',
      header: '머리말',
      footer: '맺음말',
      main: '본문 구역',
      article: '글 묶음',
      aside: '곁글',
      nav: '메뉴',
      form: '양식',
      input: '입력 칸',
      textarea: '긴 입력 칸',
      button: '버튼',
      ul: '목록',
      ol: '번호 목록',
      li: '목록의 줄',
      p: '글',
      blockquote: '인용',
      figure: '그림 묶음',
      hr: '구분선',
    },
  },
  selectorManager: { label: '클래스', states: { hover: '올렸을 때', active: '누를 때', 'nth-of-type(2n)': '짝수/홀수' } },
  storageManager: { recover: '저장하지 않은 변경을 되살릴까요?' },
  styleManager: {
    fileButton: '그림',
    sectors: { extra: '추가', flex: '플렉스' },
    properties: {
      'text-shadow-h': '가로',
      'text-shadow-v': '세로',
      'text-shadow-blur': '번짐',
      'text-shadow-color': '색',
      'box-shadow-h': '가로',
      'box-shadow-v': '세로',
      'box-shadow-blur': '번짐',
      'box-shadow-spread': '퍼짐',
      'box-shadow-color': '색',
      'box-shadow-type': '종류',
      'margin-top-sub': '위',
      'margin-right-sub': '오른쪽',
      'margin-bottom-sub': '아래',
      'margin-left-sub': '왼쪽',
      'padding-top-sub': '위',
      'padding-right-sub': '오른쪽',
      'padding-bottom-sub': '아래',
      'padding-left-sub': '왼쪽',
      'border-width-sub': '굵기',
      'border-style-sub': '모양',
      'border-color-sub': '색',
      'border-top-left-radius-sub': '왼쪽 위',
      'border-top-right-radius-sub': '오른쪽 위',
      'border-bottom-right-radius-sub': '오른쪽 아래',
      'border-bottom-left-radius-sub': '왼쪽 아래',
      'transform-rotate-x': '가로축 회전',
      'transform-rotate-y': '세로축 회전',
      'transform-rotate-z': '회전',
      'transform-scale-x': '가로 배율',
      'transform-scale-y': '세로 배율',
      'transform-scale-z': '깊이 배율',
      'transition-property-sub': '대상',
      'transition-duration-sub': '길이',
      'transition-timing-function-sub': '빠르기',
      'background-image-sub': '그림',
      'background-repeat-sub': '반복',
      'background-position-sub': '위치',
      'background-attachment-sub': '고정',
      'background-size-sub': '크기',
    },
  },
  traitManager: { traits: { attributes: { href: { placeholder: '예) https://naver.com' } } } },
};

interface Texts {
  [key: string]: string | Texts;
}

function merged(base: Texts, over: Texts): Texts {
  const result: Texts = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = typeof value === 'object' && typeof below === 'object' ? merged(below, value) : value;
  }
  return result;
}

export const korean = merged(ko as Texts, complete);
